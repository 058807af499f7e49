// What the reader says of the rows: kept in this browser, and handed out as corrections.csv.

const CHANGES_KEY = `actionplans:${DATA.batch}`;
const changes = { fields: {}, checked: {}, handedOut: true, kept: true };

function loadChanges() {
  try {
    const known = JSON.parse(localStorage.getItem(CHANGES_KEY) || "{}");
    for (const [id, fields] of Object.entries(known.fields || {})) {
      for (const [field, [was, is]] of Object.entries(fields)) {
        // A row that now reads otherwise is corrected anew, or not at all.
        const action = BY_ID.get(id);
        if (action && action.values[field] === was) (changes.fields[id] ??= {})[field] = is;
      }
    }
    for (const [id, [digest, is]] of Object.entries(known.checked || {})) {
      if (BY_ID.get(id)?.digest === digest) changes.checked[id] = is;
    }
  } catch {
    changes.kept = false;
  }
}

function keepChanges() {
  changes.handedOut = false;
  const fields = {};
  for (const [id, changed] of Object.entries(changes.fields)) {
    fields[id] = Object.fromEntries(Object.entries(changed).map(([field, is]) => [field, [BY_ID.get(id).values[field], is]]));
  }
  const checked = Object.fromEntries(Object.entries(changes.checked).map(([id, is]) => [id, [BY_ID.get(id).digest, is]]));
  try {
    localStorage.setItem(CHANGES_KEY, JSON.stringify({ fields, checked }));
  } catch {
    changes.kept = false;
  }
  document.dispatchEvent(new Event("changed"));
}

function valueOf(action, field) {
  return String(changes.fields[action.id]?.[field] ?? action.values[field] ?? "");
}

// What was read before anyone corrected it, on this page or in an earlier run.
function extractedOf(action, field) {
  return String(action.before[field] ?? action.values[field] ?? "");
}

function isCorrected(action, field) {
  return valueOf(action, field) !== extractedOf(action, field);
}

function correctedFields(action) {
  const touched = [...Object.keys(action.before), ...Object.keys(changes.fields[action.id] || {})];
  return [...new Set(touched)].filter((field) => isCorrected(action, field));
}

function setValue(action, field, value) {
  const mine = (changes.fields[action.id] ??= {});
  if (value === String(action.values[field])) delete mine[field];
  else mine[field] = value;
  if (!Object.keys(mine).length) delete changes.fields[action.id];
  keepChanges();
}

function isChecked(action) {
  return changes.checked[action.id] ?? action.values.checked === "true";
}

function setChecked(action, checked) {
  changes.checked[action.id] = checked;
  keepChanges();
}

// A spreadsheet would run some texts as formulas: a quote before them marks them as text.
function csvCell(text) {
  const guarded = /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function correctionsCsv() {
  const lines = [["sha256", "document", "action_id", "field", "extracted", "corrected", "checked"]];
  for (const action of ACTIONS) {
    const { sha256, document } = DATA.documents[action.document];
    const line = (...rest) => lines.push([sha256, document, action.id, ...rest, String(isChecked(action))]);
    for (const field of correctedFields(action)) line(field, extractedOf(action, field), valueOf(action, field));
    if (isChecked(action)) line("row", action.digest, "");
  }
  return "\ufeff" + lines.map((cells) => cells.map(csvCell).join(",") + "\r\n").join("");
}

function handOut() {
  const address = URL.createObjectURL(new Blob([correctionsCsv()], { type: "text/csv" }));
  el("a", { href: address, download: "corrections.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  changes.handedOut = true;
  document.dispatchEvent(new Event("changed"));
}
