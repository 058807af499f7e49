// What the reader says of the rows: kept in this browser, and handed out as corrections.csv.

const changes = { fields: {}, checked: {}, handedOut: true, kept: true, lost: 0 };

// Kept by document: a page of other documents beside it still knows what was done.
function keyOf(number) {
  return `actionplans:${DATA.documents[number].sha256}`;
}

function loadChanges() {
  try {
    for (const number of new Set(ACTIONS.map((action) => action.document)))
      recall(JSON.parse(localStorage.getItem(keyOf(number)) || "{}"));
  } catch {
    changes.kept = false;
  }
}

function recall({ fields = {}, checked = {} }) {
  for (const [id, changed] of Object.entries(fields)) {
    for (const [field, [was, is]] of Object.entries(changed)) {
      // A row that now reads otherwise is corrected anew, or not at all.
      const now = BY_ID.get(id)?.values[field];
      if (now === was) (changes.fields[id] ??= {})[field] = is;
      else if (now !== is) changes.lost += 1;
    }
  }
  for (const [id, [digest, is]] of Object.entries(checked)) {
    if (BY_ID.get(id)?.digest === digest) changes.checked[id] = is;
  }
}

function keepChanges(changed) {
  changes.handedOut = false;
  const known = { fields: {}, checked: {} };
  for (const action of ACTIONS.filter((other) => other.document === changed.document)) {
    const mine = Object.entries(changes.fields[action.id] || {});
    if (mine.length)
      known.fields[action.id] = Object.fromEntries(
        mine.map(([field, is]) => [field, [action.values[field], is]]),
      );
    if (action.id in changes.checked) known.checked[action.id] = [action.digest, changes.checked[action.id]];
  }
  try {
    localStorage.setItem(keyOf(changed.document), JSON.stringify(known));
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
  // In the order of the columns, so that the file tells nothing of the order of the work.
  const place = (field) => COLUMNS.indexOf(field.split("/")[0]);
  const inTurn = (one, other) => place(one) - place(other) || (one < other ? -1 : 1);
  return [...new Set(touched)].filter((field) => isCorrected(action, field)).sort(inTurn);
}

function setValue(action, field, value) {
  const mine = (changes.fields[action.id] ??= {});
  if (value === String(action.values[field])) delete mine[field];
  else mine[field] = value;
  if (!Object.keys(mine).length) delete changes.fields[action.id];
  keepChanges(action);
}

function isChecked(action) {
  return changes.checked[action.id] ?? action.values.checked === "true";
}

function setChecked(action, checked) {
  changes.checked[action.id] = checked;
  keepChanges(action);
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
    for (const field of correctedFields(action))
      line(field, extractedOf(action, field), valueOf(action, field));
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
