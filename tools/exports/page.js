// In a page, beside the tools themselves: each function opens one text and tells what the tool saw.
const told = (texts, nodes, edges) => ({ texts: texts.filter((text) => text), nodes, edges });

const lines = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('br').forEach((br) => br.replaceWith('\n'));
  return copy.textContent;
};

window.opened = {
  async mermaid(text, number) {
    await mermaid.parse(text);
    const { svg } = await mermaid.render(`figure${number}`, text);
    document.body.innerHTML = svg;
    const all = (selector) => [...document.querySelectorAll(selector)];
    const labels = all('foreignObject').map(lines);
    return told(labels, all('.node').length + all('.cluster').length, all('.edgePaths > path').length);
  },

  async excalidraw(text) {
    const data = JSON.parse(text);
    const elements = excalidraw.restoreElements(data.elements, null, { repairBindings: true, refreshDimensions: false });
    await excalidraw.exportToSvg({ elements, appState: { exportBackground: true }, files: {} });
    const kept = new Map(elements.map((element) => [element.id, element]));
    const ties = (list) => JSON.stringify(list.map((e) => [e.id, e.containerId, e.startBinding?.elementId,
      e.endBinding?.elementId, e.boundElements, e.groupIds, e.points, e.x, e.y]));
    if (ties(data.elements) !== ties(data.elements.map((element) => kept.get(element.id)))) throw Error('it was mended');
    const isLine = (element) => ['line', 'arrow'].includes(element.type);
    return told(elements.filter((e) => e.type === 'text').map((e) => e.text),
      elements.filter((e) => !isLine(e)).length, elements.filter(isLine).length);
  },

  async drawio(text) {
    const file = mxUtils.parseXml(text);
    const graph = new mxGraph(document.body);
    new mxCodec(file).decode(file.querySelector('mxGraphModel'), graph.getModel());
    const cells = Object.values(graph.getModel().cells).filter((cell) => cell.vertex || cell.edge);
    for (const cell of cells) {
      if (!graph.view.getState(cell)) throw Error(`${cell.id} is not drawn`);
      if (cell.edge && file.querySelector(`[id="${cell.id}"]`).hasAttribute('target') && !cell.target) {
        throw Error(`${cell.id} has no target`);
      }
    }
    const label = (cell) => (cell.value?.getAttribute ? cell.value.getAttribute('label') : cell.value);
    const result = told(cells.map(label), cells.filter((cell) => cell.vertex).length,
      cells.filter((cell) => cell.edge).length);
    graph.destroy();
    document.body.replaceChildren();
    return result;
  },
};
