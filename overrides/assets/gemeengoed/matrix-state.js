// What a matrix holds: rows and columns with names, ideas that stand in a row and a column and have dots, and what was
// typed and not yet added as an idea.

import { fill, text } from "./sheet.js";

const MOST_LINES = 40;
const MOST_IDEAS = 2000;

/** A matrix with the rows and columns to start with, and no ideas. */
export function empty({ rows, columns }) {
  let next = 1;
  const lines = (names) => names.map((name) => ({ id: next++, name }));
  const state = { worksheet: "matrix", rows: lines(rows), columns: lines(columns), ideas: [], drafts: [], sorted: false };
  return { ...state, next };
}

/** What was kept or opened as a matrix, as far as it is one; null when it is not. Nothing of it is trusted. */
export function readMatrix(value) {
  if (value?.worksheet !== "matrix" || ![value.rows, value.columns, value.ideas].every(Array.isArray)) return null;
  const taken = new Set();
  const lines = (found) => found.slice(0, MOST_LINES).map((line) => isLine(line, taken)).filter(Boolean);
  const [rows, columns] = [lines(value.rows), lines(value.columns)];
  if (!rows.length || !columns.length) return null;
  const has = (list, id) => list.some((line) => line.id === id);
  const ideas = value.ideas
    .slice(0, MOST_IDEAS)
    .filter((idea) => has(rows, idea?.row) && has(columns, idea?.column) && isNew(idea.id, taken))
    .map(({ id, row, column, text: words, votes }) => {
      return { id, row, column, text: text(words, 500), votes: Number.isInteger(votes) && votes > 0 ? Math.min(votes, 999) : 0 };
    });
  const drafts = (Array.isArray(value.drafts) ? value.drafts : [])
    .slice(0, MOST_LINES * MOST_LINES)
    .filter((draft) => has(rows, draft?.row) && has(columns, draft?.column))
    .map(({ row, column, text: words }) => ({ row, column, text: text(words, 500) }));
  const state = { worksheet: "matrix", rows, columns, ideas, drafts, sorted: value.sorted === true };
  return { ...state, next: Math.max(0, ...taken) + 1 };
}

function isLine(line, taken) {
  return isNew(line?.id, taken) ? { id: line.id, name: text(line.name, 200) } : null;
}

function isNew(id, taken) {
  if (!Number.isSafeInteger(id) || id < 1 || taken.has(id)) return false;
  taken.add(id);
  return true;
}

/** The name of a row or column, or its number while it has none. */
export function nameOf(state, list, id, say) {
  const index = state[list].findIndex((line) => line.id === id);
  const name = state[list][index]?.name.trim();
  return name || fill(list === "rows" ? say.unnamed_row : say.unnamed_column, { n: index + 1 });
}

/** Keep what is being typed in a cell, in place of what was kept of it. */
export function keepDraft(state, { row, column }, words) {
  state.drafts = state.drafts.filter((draft) => draft.row !== row || draft.column !== column);
  if (words) state.drafts.push({ row, column, text: words });
}

/** What is being typed in a cell. */
export function draftOf(state, { row, column }) {
  return state.drafts.find((draft) => draft.row === row && draft.column === column)?.text ?? "";
}

/** The ideas with most dots first; with as many, in the order in which they came. */
export function ranked(ideas) {
  return [...ideas].sort((one, other) => other.votes - one.votes || one.id - other.id);
}
