"""Prints a line for each public event: subscriber.py AMQP-ADDRESS QUEUE"""

import json
import sys

import pika

EXCHANGE = "news-educator.digests"


def main(address, queue):
    connection = pika.BlockingConnection(pika.URLParameters(address))
    channel = connection.channel()
    # Durable, so that what is announced while nobody listens waits here. The name has to begin with "sub."
    channel.queue_declare(queue, durable=True)
    channel.queue_bind(queue, EXCHANGE, "#")
    channel.basic_qos(prefetch_count=16)

    # A real subscriber keeps both in its database, in the transaction of its own work.
    known_ids = set()
    revisions = {}

    def handle(channel, method, properties, body):
        event = json.loads(body)
        headers = properties.headers
        kind, is_replay = headers["cloudEvents:type"], headers.get("cloudEvents:replay") == "true"
        # Delivery is at least once; a repeat has the same id. Whoever asks for a replay wants to see it again.
        if is_replay or event["id"] not in known_ids:
            if kind.startswith("digest.") and event["revision"] < revisions.get(event["date"], 0):
                print(f"outdated {kind} {event['date']} revision {event['revision']}", flush=True)
            else:
                if kind.startswith("digest."):
                    revisions[event["date"]] = event["revision"]
                known_ids.add(event["id"])
                print(f"{'replay ' if is_replay else ''}{kind} {event.get('date') or event['digestDate']}: {describe(kind, event)}", flush=True)
        channel.basic_ack(method.delivery_tag)

    channel.basic_consume(queue, handle)
    print("listening", flush=True)
    channel.start_consuming()


def describe(kind, event):
    if kind.startswith("digest."):
        return f"revision {event['revision']}, {len(event['items'])} items"
    return event["title"] if kind == "card.drafted.v1" else f"{event['kind']}: {event['reason']}"


if __name__ == "__main__":
    try:
        main(*sys.argv[1:3])
    except KeyboardInterrupt:
        pass
