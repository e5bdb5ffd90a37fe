// Time aasvg in this Node: what worker.py does for the tools in Python.   node worker.mjs PATH/OF/text2svg.js
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { diagramToSVG } = await import(pathToFileURL(process.argv[2]));

function answer(texts) {
    const seconds = [], outputs = [];
    for (const text of texts) {
        const start = performance.now();
        outputs.push(diagramToSVG(text, { style: {} }));
        seconds.push((performance.now() - start) / 1000);
    }
    return { seconds, outputs };
}

for await (const line of createInterface({ input: process.stdin })) {
    let reply;
    try {
        reply = answer(JSON.parse(line).texts);
    } catch (error) {
        reply = { problem: String(error).slice(0, 200) };
    }
    process.stdout.write(JSON.stringify(reply) + "\n");
}
