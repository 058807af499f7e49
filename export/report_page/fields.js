// What was read from the row, and what the reader says of it.

const LONG = 20000;
let showsEmpty = false;

function drawFields() {
  const action = state.row;
  byId("fields").replaceChildren(fieldsHead(action), ...issueNotes(action), ...fieldGroups(action));
  markField();
}

function fieldsHead(action) {
  const at = state.shown.indexOf(action);
  const reference = valueOf(action, "reference");
  return el(
    "header",
    { class: "row-head" },
    el(
      "p",
      { class: "place-in-list" },
      at >= 0 ? `Row ${at + 1} of ${state.shown.length}` : "Not among the rows found",
      el("span", { class: "id" }, action.id),
    ),
    el(
      "h2",
      { id: "row-title", tabindex: "-1" },
      shortened([shortened(reference, 40), agencyOf(action)].filter(Boolean).join(" · ") || "No agency", 160),
    ),
    el(
      "p",
      { class: "row-sub" },
      statusChip(valueOf(action, "status")),
      action.values.overdue === "true" ? el("span", { class: "overdue-mark" }, "Overdue") : null,
      el("span", { class: "review" }, shortened(action.values.review, 160)),
    ),
    el(
      "div",
      { class: "acts" },
      el(
        "label",
        { class: "check" },
        checkbox(action),
        "Checked ",
        el("kbd", { "aria-hidden": "true" }, "c"),
      ),
      button("Checked, next", checkAndGoOn, { class: "main", id: "check-next" }),
    ),
  );
}

function checkbox(action) {
  const box = el("input", {
    type: "checkbox",
    id: "row-checked",
    on: { change: () => setChecked(action, byId("row-checked").checked) },
  });
  box.checked = isChecked(action);
  return box;
}

function checkAndGoOn() {
  setChecked(state.row, true);
  openRow(nextToCheck());
}

function issueNotes(action) {
  if (!action.issues.length) return [];
  return [
    el(
      "ul",
      { class: "issues", "aria-label": "Issues" },
      ...action.issues.map((issue) =>
        el(
          "li",
          { class: `severity-${issue.severity}` },
          el("b", {}, words(issue.kind)),
          issue.field
            ? [" in ", button(label(issue.field), () => chooseField(issue.field, "issue"), { class: "link" })]
            : null,
          el("span", { class: "message" }, shortened(issue.message, 1000)),
          issue.printed ? el("q", {}, shortened(issue.printed, 300)) : null,
        ),
      ),
    ),
  ];
}

function fieldGroups(action) {
  const printed = [...PRINTED, ...action.extra];
  const filled = (field) => showsEmpty || valueOf(action, field) || isCorrected(action, field);
  const empty = [...MEANINGS, ...printed].filter(
    (field) => !valueOf(action, field) && !isCorrected(action, field),
  ).length;
  const group = (title, fields, look) =>
    el(
      "section",
      { class: `group ${look}` },
      el("h3", {}, title),
      ...fields.filter(filled).map((field) => drawField(action, field)),
    );
  return [
    group("What it means", MEANINGS, "meanings"),
    group("What is printed", printed, "words"),
    empty
      ? button(
          showsEmpty ? "Hide empty fields" : `Show ${counted(empty, "empty field")}`,
          () => {
            showsEmpty = !showsEmpty;
            drawFields();
            byId("more-fields").focus();
          },
          { class: "quiet", id: "more-fields", "aria-expanded": String(showsEmpty) },
        )
      : null,
  ].filter(Boolean);
}

function drawField(action, field) {
  const heading = action.places.find((place) => place.field === field)?.heading || "";
  const can = EDITABLE.has(field) || field.startsWith(EXTRA);
  const broad = ["status", "agency_name"].includes(field);
  const node = el(
    "div",
    { class: broad ? "field broad" : "field", "data-field": field },
    el(
      "div",
      { class: "label" },
      button(label(field), () => chooseField(field, "field"), {
        class: "name",
        "aria-pressed": "false",
        title: DATA.columns[field],
      }),
      heading && heading.toLowerCase() !== label(field).toLowerCase()
        ? el("span", { class: "heading" }, shortened(heading.replace(/\s+/g, " "), 60))
        : null,
      can
        ? button("Edit", () => startEdit(action, field), {
            class: "edit",
            "aria-label": `Correct ${label(field)}`,
          })
        : null,
    ),
    drawValue(action, field),
  );
  if (isCorrected(action, field)) node.append(correctionNote(action, field));
  return node;
}

function drawValue(action, field) {
  const text = valueOf(action, field);
  const terms = searchTerms(state.filter.text);
  const value = el("div", {
    class: "value",
    on: {
      click: () => {
        if (getSelection().isCollapsed) chooseField(field, "field");
      },
    },
  });
  if (!text) value.append(el("span", { class: "empty" }, "empty"));
  else if (field === "status")
    value.append(statusChip(text), el("span", { class: "source" }, statusSource(action)));
  else if (field === "overdue") value.append(text === "true" ? "Yes" : "No");
  else if (field === "agency_kind")
    fill(value, {}, [words(text).replace(/^(Nhs|Cic|Gp)\b/, (name) => name.toUpperCase())]);
  else if (field === "rag")
    value.append(
      el("span", { class: DATA.choices.rag.includes(text) ? `rag rag-${text}` : "" }, words(text)),
    );
  else fill(value, {}, withMarks(text.slice(0, LONG), terms));
  if (text.length > LONG)
    value.append(
      "… ",
      button(
        `Show all ${text.length.toLocaleString("en-GB")} characters`,
        () => value.replaceChildren(visible(text)),
        { class: "link" },
      ),
    );
  return value;
}

function statusSource(action) {
  const [column, ...said] = action.values.status_source.split(": ");
  if (isCorrected(action, "status") || !said.length) return "";
  return `from ${label(column).replace(/,.*/, "").toLowerCase()}: ${shortened(said.join(": "), 200)}`;
}

function correctionNote(action, field) {
  const was = extractedOf(action, field);
  return el(
    "p",
    { class: "correction" },
    el("b", {}, "Corrected"),
    " was ",
    was ? el("s", {}, shortened(was, 200)) : "empty",
    " ",
    button(
      "Undo",
      () => {
        setValue(action, field, was);
        redrawRow(action, field);
      },
      { class: "link", "aria-label": `Undo the correction of ${label(field)}` },
    ),
  );
}

function fieldNode(field) {
  return [...byId("fields").querySelectorAll(".field")].find((node) => node.dataset.field === field);
}

// Choosing a field shows its place; choosing a place shows its field.
function chooseField(field, from) {
  state.field = field;
  if (!fieldNode(field) && !showsEmpty) {
    showsEmpty = true;
    drawFields();
  }
  markField();
  markPlaces();
  if (from !== "place") scrollToField();
  const node = fieldNode(field);
  if (from !== "field" && node) {
    node.scrollIntoView({ block: "nearest" });
    node.querySelector(".name").focus({ preventScroll: true });
  }
}

function markField() {
  for (const node of byId("fields").querySelectorAll(".field")) {
    const chosen = node.dataset.field === state.field;
    node.classList.toggle("chosen", chosen);
    node.querySelector(".name").setAttribute("aria-pressed", String(chosen));
  }
}

function redrawRow(action, field) {
  drawFields();
  redrawItem(action);
  fieldNode(field)?.querySelector(".name").focus();
}
