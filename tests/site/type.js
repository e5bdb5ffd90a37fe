// Looks for texts that touch something, in every figure of a page and in one font: returns { texts, points, problems }.
// A text's box is as wide as the browser sets it, and as high as its letters, from the top of an l to the foot of a p.
family => {
  const SLACK = 1;                                  // pixels: the side bearing of a glyph
  const ASCENT = 0.73, DESCENT = 0.21;              // of the type size
  const report = { texts: 0, points: 0, problems: [] };
  let sheet = document.getElementById("family");
  if (!sheet) {
    sheet = document.head.appendChild(document.createElement("style"));
    sheet.id = "family";
  }
  sheet.textContent = `.bw-svg text { font-family: ${family} !important }`;

  const letters = text => {
    const box = text.getBBox(), baseline = parseFloat(text.getAttribute("y"));
    const size = parseFloat(getComputedStyle(text).fontSize);
    return { name: text.textContent, left: box.x, right: box.x + box.width,
             top: baseline - ASCENT * size, bottom: baseline + DESCENT * size };
  };
  const outline = shape => {                        // points at most a pixel apart
    const length = shape.getTotalLength(), count = Math.ceil(length);
    return Array.from({ length: count + 1 }, (_, k) => shape.getPointAtLength(length * k / Math.max(count, 1)));
  };
  const holds = (box, { x, y }) =>
    x > box.left + SLACK && x < box.right - SLACK && y > box.top + SLACK && y < box.bottom - SLACK;

  for (const svg of document.querySelectorAll("svg.bw-svg")) {
    const say = problem => report.problems.push(`${svg.closest("[id]").id}: ${problem}`);
    const texts = [...svg.querySelectorAll("text")].map(letters).sort((a, b) => a.top - b.top || a.left - b.left);
    const isOf = (shape, name) => shape.closest(`.${name}`) !== null;
    const isGap = shape => shape.matches("rect") && !["bw-box", "bw-tile", "bw-card"].some(name => isOf(shape, name));
    const gaps = [...svg.querySelectorAll("rect")].filter(isGap).map(rect => rect.getBBox());
    const { x, y, width, height } = svg.viewBox.baseVal;
    report.texts += texts.length;
    for (const shape of svg.querySelectorAll("path:not([role]), rect:not([role]), ellipse")) {     // with a role: not drawn
      if (isGap(shape) || isOf(shape, "bw-tile") || isOf(shape, "bw-core")) continue;
      const touched = new Set();
      for (const point of outline(shape)) {
        report.points += 1;
        if (gaps.some(gap => holds({ left: gap.x, right: gap.x + gap.width, top: gap.y, bottom: gap.y + gap.height }, point))) continue;
        for (const text of texts) if (holds(text, point)) touched.add(text.name);
      }
      for (const name of touched) say(`a line crosses "${name}": ${shape.outerHTML}`);
    }
    texts.forEach((text, i) => {
      if (text.left < x - SLACK || text.right > x + width + SLACK || text.top < y || text.bottom > y + height) {
        say(`"${text.name}" leaves the sheet: ${text.left} to ${text.right} in ${x} to ${x + width}`);
      }
      const next = texts[i + 1];
      if (next && next.top === text.top && next.left < text.right - SLACK) say(`"${text.name}" runs into "${next.name}"`);
    });
  }
  return report;
}
