// A real OpenID Connect provider for the tests: node provider.mjs PORT REDIRECT-URI. Whoever signs in as "lin" is a reviewer and editor, all others nothing.
import Provider from 'oidc-provider';

const [port, redirect] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'news-educator', client_secret: 'for-tests-only', redirect_uris: [redirect] }],
  pkce: { required: () => true },
  scopes: ['openid', 'profile', 'roles'],
  claims: { openid: ['sub'], profile: ['name'], roles: ['roles'] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: `${id} of the newsroom`, roles: id === 'lin' ? ['reviewer', 'editor', 'unknown'] : ['guest'] }),
  }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log('listening'));
