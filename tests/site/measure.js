// Measures every figure of a page: returns { figures, texts, problems }. `scheme` is "light" or "dark": how the page looks.
({ width, scheme }) => {
  const SLACK = 1;                                  // pixels: rounding, and the side bearing of a glyph
  const report = { figures: 0, texts: 0, problems: [] };
  const meets = (a, b) => a.left < b.right - SLACK && b.left < a.right - SLACK && a.top < b.bottom - SLACK && b.top < a.bottom - SLACK;
  const spans = (outer, inner) => inner.left >= outer.left - SLACK && inner.right <= outer.right + SLACK;
  const holds = (outer, inner) => spans(outer, inner) && inner.top >= outer.top - SLACK && inner.bottom <= outer.bottom + SLACK;
  const luminance = colour => {
    const [r, g, b] = colour.match(/[\d.]+/g).map(Number);
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };

  if (document.scrollingElement.scrollWidth > width) {
    report.problems.push(`the page is ${document.scrollingElement.scrollWidth} wide on a screen of ${width}`);
  }
  for (const figure of document.querySelectorAll("figure.boxwright")) {
    const body = figure.querySelector(".bw-body"), frame = body.getBoundingClientRect();
    if (!frame.width) continue;                     // folded away
    report.figures += 1;
    const say = problem => report.problems.push(`#${figure.id}: ${problem}`);
    if (frame.left < -SLACK || frame.right > width + SLACK) say(`stands out of the screen, ${frame.left} to ${frame.right}`);
    if (body.scrollWidth > body.clientWidth + SLACK) say(`its content is ${body.scrollWidth} wide in ${body.clientWidth}`);

    const svg = figure.querySelector("svg.bw-svg");
    if (!svg) {                                     // a notice: text that wraps
      const ink = luminance(getComputedStyle(body.firstElementChild).color);
      if ((scheme === "light") !== ink < 0.5) say(`its text has luminance ${ink.toFixed(2)} on a ${scheme} page`);
      report.texts += body.innerText.trim() ? 1 : 0;
      continue;
    }
    const sheet = svg.getBoundingClientRect(), natural = parseFloat(svg.getAttribute("width"));
    if (sheet.width > natural + SLACK) say(`is drawn ${sheet.width} wide, past its natural ${natural}`);
    if (sheet.width > frame.width + SLACK) say(`is drawn ${sheet.width} wide in ${frame.width}`);
    if (sheet.width < Math.min(natural, frame.width) - SLACK) say(`is drawn ${sheet.width} wide, with room for ${Math.min(natural, frame.width)}`);
    const ratio = parseFloat(svg.getAttribute("height")) / natural;
    if (Math.abs(sheet.height - sheet.width * ratio) > 2) say(`is drawn ${sheet.width} x ${sheet.height}: out of proportion`);

    const boxes = [...svg.querySelectorAll("rect.bw-box, .bw-torn, .bw-card")].map(box => box.getBoundingClientRect());
    const texts = [...svg.querySelectorAll("text")].map(text => ({ text, name: text.textContent, box: text.getBoundingClientRect() }));
    if (!texts.length && !svg.querySelector("rect, path, ellipse")) say("is empty");
    for (const { text, name, box } of texts) {
      report.texts += 1;
      if (!box.width) say(`"${name}" is not drawn`);
      if (!holds(sheet, box)) say(`"${name}" leaves the sheet`);
      const middle = (box.top + box.bottom) / 2;
      for (const wall of boxes) {                   // inside a box or beside it, never across a side
        const isLevel = middle > wall.top - SLACK && middle < wall.bottom + SLACK;
        if (isLevel && box.left < wall.right - SLACK && box.right > wall.left + SLACK && !spans(wall, box)) {
          say(`"${name}" crosses the side of a box: ${box.left} to ${box.right} in ${wall.left} to ${wall.right}`);
        }
      }
      const ink = luminance(getComputedStyle(text).fill);
      if ((scheme === "light") !== ink < 0.5) say(`"${name}" has luminance ${ink.toFixed(2)} on a ${scheme} page`);
    }
    // A line box is taller than its letters, so of each only the middle half counts against the others.
    const lines = texts.map(({ name, box }) => ({ name, left: box.left, right: box.right, top: box.top + box.height / 4, bottom: box.bottom - box.height / 4 }));
    lines.forEach((line, i) => lines.slice(i + 1).forEach(other => {
      if (meets(line, other)) say(`"${line.name}" and "${other.name}" overlap`);
    }));
  }
  return report;
}
