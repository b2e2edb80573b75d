// The matrix: a group names rows and columns, fills the cells with ideas, and gives dots to the ideas.

import { element, fill, keeper, toolbar } from "./sheet.js";
import { draftOf, empty, keepDraft, nameOf, ranked, readMatrix } from "./matrix-state.js";
import { initiativeOf } from "./matrix-initiative.js";

const STEPS_BACK = 50;

for (const sheet of document.querySelectorAll("[data-gg-sheet=matrix]")) startMatrix(sheet);

function startMatrix(sheet) {
  const say = JSON.parse(sheet.dataset.say);
  const start = JSON.parse(sheet.dataset.start);
  const kept = keeper(`sheet:${sheet.dataset.ref}`);
  let state = readMatrix(kept.read()) ?? empty(start);
  let before = [];
  let names = [];

  const table = element("div", { class: "gg-sheet__body" });
  const ranking = element("div", { class: "gg-ranking" });
  const bar = toolbar(sheet, say, kept, {
    get: () => state,
    set(value, isChosen) {
      const found = readMatrix(value);
      if (!found && isChosen) return false;
      if (isChosen) before.push(structuredClone(state));
      state = found ?? empty(start);
      draw();
      if (isChosen) bar.remember();
      return true;
    },
    clear() {
      state = empty(start);
      before = [];
      kept.clear();
      draw();
    },
  });
  const initiative = initiativeOf(sheet, say, () => state);

  /** Change the matrix, in a way that can be undone; afterwards the focus goes to what has the key `focus`. */
  const change = (act, focus, words = "") => {
    before = [...before.slice(1 - STEPS_BACK), structuredClone(state)];
    act();
    bar.remember();
    draw(focus);
    bar.tell(words);
  };
  const undo = () => {
    if (!before.length) return;
    state = before.pop();
    bar.remember();
    draw("undo");
    bar.tell(say.undone);
  };

  const label = (line, list) => nameOf(state, list, line.id, say);
  const place = (idea) => ({ row: label({ id: idea.row }, "rows"), column: label({ id: idea.column }, "columns") });

  /** Give an element a name that follows what it is named after. */
  const named = (made, name) => {
    names.push(() => made.setAttribute("aria-label", name()));
    return made;
  };
  const paper = (words) => {
    const made = element("span", { class: "gg-paper" });
    names.push(() => (made.textContent = words()));
    return made;
  };
  const rename = () => {
    names.forEach((name) => name());
    drawRanking();
    initiative.draw();
  };
  const button = (focus, words, act, name) =>
    (name ? (made) => named(made, name) : (made) => made)(
      element("button", { type: "button", "data-focus": focus, onclick: act }, words),
    );

  const heading = (list, line, index) => {
    const one = list === "rows" ? "row" : "column";
    const input = element("textarea", {
      value: line.name,
      rows: 1,
      maxLength: 200,
      autocomplete: "off",
      "data-focus": `name:${line.id}`,
      "aria-label": fill(say[one], { n: index + 1 }),
    });
    input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    input.addEventListener("input", () => {
      line.name = input.value.replace(/\s*\n\s*/g, " ");
      bar.remember();
      rename();
    });
    const take = () => {
      const name = label(line, list);
      const act = () => {
        state[list] = state[list].filter((other) => other !== line);
        state.ideas = state.ideas.filter((idea) => idea[one] !== line.id);
        state.drafts = state.drafts.filter((draft) => draft[one] !== line.id);
      };
      const next = state[list][index + 1] ?? state[list][index - 1];
      change(act, `name:${next.id}`, fill(say.removed, { name }));
    };
    const remove = button(`take:${line.id}`, "×", take, () => fill(say.remove, { name: label(line, list) }));
    remove.disabled = state[list].length === 1;
    return [input, paper(() => line.name), remove];
  };

  const ideaOf = (idea) => {
    const name = () => idea.text.trim() || say.placeholder;
    const written = element("textarea", {
      value: idea.text,
      rows: 1,
      maxLength: 500,
      autocomplete: "off",
      "data-focus": `idea:${idea.id}`,
    });
    named(written, () => fill(say.idea, place(idea)));
    written.addEventListener("input", () => {
      idea.text = written.value;
      bar.remember();
      rename();
    });
    const vote = (by) => () =>
      change(() => (idea.votes = Math.max(0, idea.votes + by)), `${by > 0 ? "more" : "fewer"}:${idea.id}`, `${name()}: ${dots(idea.votes + by)}`);
    const fewer = button(`fewer:${idea.id}`, "−", vote(-1), () => fill(say.fewer, { name: name() }));
    fewer.disabled = idea.votes === 0;
    const take = () =>
      change(
        () => (state.ideas = state.ideas.filter((other) => other !== idea)),
        `new:${idea.row}:${idea.column}`,
        fill(say.removed, { name: name() }),
      );
    return element(
      "li",
      { class: "gg-idea" },
      written,
      paper(() => idea.text),
      element(
        "span",
        { class: "gg-idea__votes" },
        fewer,
        element("span", { class: "gg-idea__dots" }, dots(idea.votes)),
        button(`more:${idea.id}`, "+", vote(1), () => fill(say.more, { name: name() })),
        button(`take:${idea.id}`, "×", take, () => fill(say.remove, { name: name() })),
      ),
    );
  };
  const dots = (votes) => (votes === 1 ? say.dot : fill(say.dots, { n: Math.max(0, votes) }));

  const cell = (row, column) => {
    const at = { row: row.id, column: column.id };
    const inside = state.ideas.filter((idea) => idea.row === row.id && idea.column === column.id);
    const shown = state.sorted ? ranked(inside) : inside;
    const key = `new:${row.id}:${column.id}`;
    const value = draftOf(state, at);
    const input = element("input", { type: "text", value, maxLength: 500, autocomplete: "off", "data-focus": key });
    input.addEventListener("input", () => {
      keepDraft(state, at, input.value);
      bar.remember();
    });
    named(input, () => fill(say.new, place(at)));
    const add = () => {
      const words = input.value.trim();
      if (!words) return input.focus();
      const idea = { id: state.next, ...at, text: words, votes: 0 };
      const act = () => {
        state.next += 1;
        state.ideas.push(idea);
        keepDraft(state, at, "");
      };
      change(act, key, fill(say.added, place(at)));
    };
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        add();
      }
    });
    return element(
      "td",
      { role: "cell" },
      element("span", { class: "gg-matrix__column", "aria-hidden": "true" }, paperless(() => label(column, "columns"))),
      element("ul", { class: "gg-ideas" }, ...shown.map(ideaOf)),
      element("span", { class: "gg-idea__new" }, input, button(`add:${key}`, say.add, add, () => fill(say.add_at, place(at)))),
    );
  };
  const paperless = (words) => {
    const made = element("span");
    names.push(() => (made.textContent = words()));
    return made;
  };

  const grow = (list) => () => {
    const id = state.next;
    const act = () => {
      state.next += 1;
      state[list].push({ id, name: "" });
    };
    change(act, `name:${id}`);
  };

  const draw = (focus = document.activeElement?.dataset.focus) => {
    names = [];
    const isHere = sheet.contains(document.activeElement);
    const head = state.columns.map((line, index) =>
      element("th", { scope: "col", role: "columnheader" }, ...heading("columns", line, index)),
    );
    const rows = state.rows.map((row, index) =>
      element(
        "tr",
        { role: "row" },
        element("th", { scope: "row", role: "rowheader" }, ...heading("rows", row, index)),
        ...state.columns.map((column) => cell(row, column)),
      ),
    );
    const sort = element("input", { type: "checkbox", checked: state.sorted, "data-focus": "sort" });
    sort.addEventListener("change", () => change(() => (state.sorted = sort.checked), "sort"));
    const back = button("undo", say.undo, undo);
    back.disabled = !before.length;
    table.replaceChildren(
      element(
        "table",
        { class: "gg-matrix gg-matrix--live", role: "table", "aria-label": say.label },
        element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, element("td", { role: "cell" }, element("span", { class: "gg-matrix__columns" }, say.columns)), ...head)),
        element("tbody", { role: "rowgroup" }, ...rows),
      ),
      element(
        "div",
        { class: "gg-sheet__bar" },
        button("row", say.add_row, grow("rows")),
        button("column", say.add_column, grow("columns")),
        back,
        element("label", {}, sort, " ", say.sort),
      ),
    );
    rename();
    if (isHere && focus) (table.querySelector(`[data-focus="${focus}"]:not(:disabled)`) ?? nearby(focus))?.focus();
  };
  // A button that can no longer be pressed cannot have the focus: it goes to the one beside it.
  const nearby = (focus) => {
    const id = focus.split(":")[1];
    return table.querySelector(`[data-focus="more:${id}"]`) ?? table.querySelector('[data-focus="row"]');
  };

  const drawRanking = () => {
    const best = ranked(state.ideas).filter((idea) => idea.votes > 0);
    ranking.replaceChildren(
      ...(best.length
        ? [
            element("h3", {}, say.ranking),
            element(
              "ol",
              {},
              ...best.map((idea) => {
                const { row, column } = place(idea);
                const where = element("span", { class: "gg-day" }, `${row} × ${column}`);
                return element("li", {}, idea.text, " ", element("strong", {}, dots(idea.votes)), " ", where);
              }),
            ),
          ]
        : []),
    );
  };

  sheet.replaceChildren(table, ranking, ...bar.parts, initiative.part);
  draw();
}
