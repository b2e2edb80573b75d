// A picture of the outcome of a self-reflection: a bar for each quality, and the same in words.

import { element, fill } from "./sheet.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 320;
const LINE = 44;

/** The heading, the picture, the table and the sentence about the extremes; a hint while nothing was answered. */
export function picture(qualities, steps, say) {
  const answered = qualities.filter((quality) => quality.average !== null);
  const heading = element("h3", {}, say.outcome);
  if (!answered.length) return [heading, element("p", { class: "gg-empty" }, say.wait)];
  const number = (value) => value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
  return [heading, drawing(qualities, steps, say, number), extremes(answered, say), table(qualities, steps, say, number)];
}

function drawing(qualities, steps, say, number) {
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${qualities.length * LINE}`, role: "img", class: "gg-bars" });
  svg.setAttribute("aria-label", say.picture);
  qualities.forEach(({ name, average }, index) => {
    const top = index * LINE;
    svg.append(
      shape("text", { x: 0, y: top + 14 }, shortened(name)),
      shape("text", { x: WIDTH, y: top + 14, "text-anchor": "end" }, average === null ? "–" : number(average)),
      shape("rect", { class: "gg-bars__whole", x: 0.5, y: top + 20, width: WIDTH - 1, height: 14, rx: 3 }),
    );
    if (average !== null) {
      const width = ((WIDTH - 1) * average) / steps;
      svg.append(shape("rect", { class: "gg-bars__part", x: 0.5, y: top + 20, width, height: 14, rx: 3 }));
    }
    for (let step = 1; step < steps; step += 1) {
      const x = (WIDTH * step) / steps;
      svg.append(shape("line", { class: "gg-bars__step", x1: x, x2: x, y1: top + 20, y2: top + 34 }));
    }
  });
  return svg;
}

function shape(tag, properties, words = "") {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(properties)) made.setAttribute(name, value);
  made.textContent = words;
  return made;
}

function shortened(name) {
  return name.length <= 40 ? name : `${name.slice(0, 39)}…`;
}

function extremes(answered, say) {
  const values = answered.map((quality) => quality.average);
  const [high, low] = [Math.max(...values), Math.min(...values)];
  if (high === low) return "";
  const names = (value) => answered.filter((quality) => quality.average === value).map((quality) => quality.name).join(", ");
  return element("p", {}, `${fill(say.high, { names: names(high) })} ${fill(say.low, { names: names(low) })}`);
}

function table(qualities, steps, say, number) {
  const of = (n, total) => fill(say.of, { n, total });
  const rows = qualities.map(({ name, average, answered, asked }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, name),
      element("td", {}, average === null ? "–" : of(number(average), steps)),
      element("td", {}, of(answered, asked)),
    ),
  );
  const head = [say.quality, say.average, say.answered].map((words) => element("th", { scope: "col" }, words));
  return element(
    "table",
    { class: "gg-table" },
    element("caption", { class: "gg-hidden" }, say.outcome),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
}
