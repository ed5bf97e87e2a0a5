"""feed_reader.py FILE: prints what python3-feedparser reads of a feed, as JSON."""

import json
import sys

import feedparser

feed = feedparser.parse(sys.argv[1])
if feed.bozo:
    sys.exit(str(feed.bozo_exception))
print(json.dumps([{"id": entry.id, "title": entry.title, "link": entry.link} for entry in feed.entries]))
