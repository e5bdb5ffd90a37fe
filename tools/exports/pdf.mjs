// Opens each PDF (base64) of a JSON list with pdf.js; prints its pages and its text, as a JSON list.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const pdfjs = await import(pathToFileURL(`${process.argv[2]}/node_modules/pdfjs-dist/legacy/build/pdf.mjs`).href);
const found = [];
for (const data of JSON.parse(readFileSync(0, 'utf8'))) {
  try {
    const pdf = await pdfjs.getDocument({ data: new Uint8Array(Buffer.from(data, 'base64')), verbosity: 0 }).promise;
    const { items } = await (await pdf.getPage(1)).getTextContent();
    found.push({ texts: items.map((item) => item.str), nodes: pdf.numPages, edges: 0 });
  } catch (error) {
    found.push({ error: String(error.message ?? error) });
  }
}
process.stdout.write(JSON.stringify(found), () => process.exit(0));
