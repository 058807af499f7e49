// Which rows are shown, in which order, and which of them is looked at.

const state = {
  row: null,
  field: "",
  filter: { text: "", document: "", agency: "", status: "", mark: "", order: "printed" },
  shown: [],
};

const MARKS = {
  "": ["All rows", () => true],
  issues: ["With issues", (action) => action.issues.length > 0],
  unchecked: ["Not yet checked by a person", (action) => !isChecked(action)],
  checked: ["Checked", isChecked],
  corrected: ["Corrected", (action) => correctedFields(action).length > 0],
  overdue: ["Overdue", (action) => action.values.overdue === "true"],
  "no-target": [
    "Without target date",
    (action) => !action.values.target_date && !action.values.revised_target_date,
  ],
};

function hasMark(action, mark) {
  return mark.startsWith("kind:")
    ? action.issues.some((issue) => issue.kind === mark.slice(5))
    : MARKS[mark][1](action);
}

// Words, and "words in quotes", all of which a row must hold.
function searchTerms(text) {
  return [...text.matchAll(/"([^"]+)"|(\S+)/g)]
    .map((found) => found[1] || found[2].replaceAll('"', ""))
    .filter(Boolean);
}

const haystacks = new Map();
document.addEventListener("changed", () => haystacks.clear());

function haystack(action) {
  if (!haystacks.has(action.id)) {
    const texts = [...COLUMNS.filter((name) => name !== "extra"), ...action.extra].map((field) =>
      valueOf(action, field),
    );
    haystacks.set(action.id, texts.join("\n").replace(/\s+/g, " ").toLowerCase());
  }
  return haystacks.get(action.id);
}

function findRows() {
  const { text, document: number, agency, status, mark, order } = state.filter;
  const terms = searchTerms(text).map((term) => term.toLowerCase());
  const rows = ACTIONS.filter(
    (action) =>
      (number === "" || action.document === Number(number)) &&
      (agency === "" || agencyOf(action) === agency.slice(1)) &&
      (status === "" || valueOf(action, "status") === status) &&
      hasMark(action, mark) &&
      terms.every((term) => haystack(action).includes(term)),
  );
  if (order === "doubt") rows.sort(byDoubt);
  state.shown = rows;
}

function byDoubt(one, other) {
  return other.doubt - one.doubt || one.at - other.at;
}

// The row after this one in the order of doubt, round to the first, that nobody has checked.
function nextToCheck() {
  const waiting = state.shown.filter((action) => action !== state.row && !isChecked(action)).sort(byDoubt);
  if (!state.row) return waiting[0];
  return waiting.find((action) => byDoubt(state.row, action) < 0) || waiting[0];
}

function neighbour(step) {
  const at = state.shown.indexOf(state.row);
  if (at < 0) return state.shown[0];
  return state.shown[at + step];
}

function openRow(action) {
  if (!action) return;
  if (location.hash.slice(1) !== action.id) location.hash = action.id;
  else document.dispatchEvent(new CustomEvent("row"));
}
