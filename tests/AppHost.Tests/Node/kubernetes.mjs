// Checks the objects of a YAML file against the schemas of Kubernetes and KEDA; prints what is wrong, one a line.
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

// Their operators' schemas are in no package.
const unknown = new Set(['postgresql.cnpg.io', 'rabbitmq.com']);

for (const document of parseAllDocuments(readFileSync(process.argv[2], 'utf8'))) {
  const object = document.toJSON();
  const [group, version] = object.apiVersion.includes('/') ? object.apiVersion.split('/') : ['', object.apiVersion];
  if (unknown.has(group)) continue;
  const folder = group === 'keda.sh' ? '@kubernetes-models/keda/keda.sh' : ['kubernetes-models', group].filter(Boolean).join('/');
  const name = `${object.kind} ${object.metadata.name}`;
  try {
    const kinds = await import(`${folder}/${version}`);
    new kinds[object.kind](object).validate();
  } catch (error) {
    console.log(`${name}: ${error.message}`);
  }
}
