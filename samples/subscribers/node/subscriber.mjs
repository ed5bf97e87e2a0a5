// Prints a line for each public event: node subscriber.mjs AMQP-ADDRESS QUEUE
import amqp from 'amqplib';

const [address, queue] = process.argv.slice(2);
const connection = await amqp.connect(address);
const channel = await connection.createChannel();
// Durable, so that what is announced while nobody listens waits here. The name has to begin with "sub."
await channel.assertQueue(queue, { durable: true });
await channel.bindQueue(queue, 'news-educator.digests', '#');
await channel.prefetch(16);

// A real subscriber keeps both in its database, in the transaction of its own work.
const knownIds = new Set();
const revisions = new Map();

await channel.consume(queue, (message) => {
  const event = JSON.parse(message.content.toString('utf8'));
  const { 'cloudEvents:type': type, 'cloudEvents:replay': replay } = message.properties.headers;
  // Delivery is at least once; a repeat has the same id. Whoever asks for a replay wants to see it again.
  if (replay || !knownIds.has(event.id)) {
    const isDigest = type.startsWith('digest.');
    if (isDigest && event.revision < (revisions.get(event.date) ?? 0)) {
      console.log(`outdated ${type} ${event.date} revision ${event.revision}`);
    } else {
      if (isDigest) revisions.set(event.date, event.revision);
      knownIds.add(event.id);
      console.log(`${replay ? 'replay ' : ''}${type} ${event.date ?? event.digestDate}: ${describe(type, event)}`);
    }
  }
  channel.ack(message);
});
console.log('listening');

function describe(type, event) {
  if (type.startsWith('digest.')) return `revision ${event.revision}, ${event.items.length} items`;
  return type === 'card.drafted.v1' ? event.title : `${event.kind}: ${event.reason}`;
}
