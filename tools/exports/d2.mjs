// Compiles and lays out each text of a JSON list with D2; prints what it saw, or why it would not, as a JSON list.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { D2 } = await import(
  pathToFileURL(`${process.argv[2]}/node_modules/@terrastruct/d2/dist/node-esm/index.js`).href);
const d2 = new D2();
const found = [];
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  try {
    const { diagram } = await d2.compile(text, { layout: 'dagre' });
    const texts = [...diagram.shapes, ...diagram.connections].map((one) => one.label).filter((label) => label !== '');
    found.push({ texts, nodes: diagram.shapes.length, edges: diagram.connections.length });
  } catch (error) {
    found.push({ error: String(error.message ?? error) });
  }
}
process.stdout.write(JSON.stringify(found), () => process.exit(0));     // its worker would run on
