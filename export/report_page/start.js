// Puts the parts together: what is shown where, and which keys do what.

function showCounts() {
  const checked = ACTIONS.filter(isChecked).length;
  const corrected = ACTIONS.reduce((sum, action) => sum + correctedFields(action).length, 0);
  byId("checked-bar").max = Math.max(1, ACTIONS.length);
  byId("checked-bar").value = checked;
  byId("checked-count").textContent =
    `${checked.toLocaleString("en-GB")} of ${counted(ACTIONS.length, "row")} checked${corrected ? `, ${counted(corrected, "correction")}` : ""}`;
  byId("download").disabled = !checked && !corrected;
  byId("download").classList.toggle("main", !changes.handedOut);
  const notice = noticeText();
  byId("notice").hidden = !notice;
  byId("notice").textContent = notice;
}

function noticeText() {
  if (!changes.kept && !changes.handedOut)
    return "This browser does not keep your work here: download the corrections before you close the page.";
  if (changes.lost)
    return `${counted(changes.lost, "correction")} made here earlier no longer fit, for rows now read otherwise.`;
  if (DATA.left_out)
    return `${counted(DATA.left_out, "page")} of these plans are shown without picture, for with all of them this file would not open. Convert fewer documents at once to see theirs.`;
  return "";
}

const NARROW = matchMedia("(max-width: 720px)");

function showRow() {
  drawSheet();
  drawFields();
  markPlaces();
  if (byId(`row-${state.row.id}`)) markCurrent();
  else drawList();
  scrollToRow();
  byId("fields").scrollTop = 0;
  if (NARROW.matches) byId("sheet").scrollIntoView();
  byId("next-doubt").disabled = !nextToCheck();
}

function showView(name) {
  byId("view-overview").hidden = name !== "overview";
  byId("view-rows").hidden = name !== "rows";
  for (const view of ["overview", "rows"]) {
    if (view === name) byId(`to-${view}`).setAttribute("aria-current", "page");
    else byId(`to-${view}`).removeAttribute("aria-current");
  }
  document.body.dataset.view = name;
}

// The address names the view or the row, so that others can link to it.
function followAddress() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const action = BY_ID.get(wanted) || (wanted === "rows" ? state.row || state.shown[0] : null);
  if (!action) {
    showView(wanted === "rows" ? "rows" : "overview");
    if (wanted !== "rows") drawOverview();
    return;
  }
  // What had the focus goes out of sight, or is the row before: it moves along with the row.
  const along = document.body.dataset.view === "overview" || byId("list").contains(document.activeElement);
  showView("rows");
  if (state.row !== action) state.field = "";
  state.row = action;
  document.title = visible(
    `${shortened([valueOf(action, "reference"), agencyOf(action)].filter(Boolean).join(" · ") || action.id, 80)} – Action plans: review`,
  );
  showRow();
  if (along) byId("list").querySelector("[aria-current]")?.focus({ preventScroll: true });
}

const KEYS = {
  j: () => openRow(neighbour(1)),
  k: () => openRow(neighbour(-1)),
  n: () => openRow(nextToCheck()),
  c: () => state.row && (setChecked(state.row, !isChecked(state.row)), drawFields()),
  e: () => state.row && state.field && fieldNode(state.field)?.querySelector(".edit")?.click(),
  o: () => {
    location.hash = "overview";
  },
  "/": () => {
    if (byId("view-rows").hidden) location.hash = "rows";
    setTimeout(() => byId("search").focus());
  },
  "+": larger,
  "=": larger,
  "-": () => setZoom(zoom - 1),
  0: () => setZoom(0),
  r: () => state.row && !byId("view-rows").hidden && turnPages(),
  "?": () => byId("keys").showModal(),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  const inText = event.target.matches("input:not([type=checkbox]), textarea, select");
  if (event.key === "Escape" && event.target === byId("search"))
    byId("list").querySelector('[tabindex="0"]')?.focus();
  if (inText) return;
  const inList = byId("list").contains(event.target) || event.target === document.body;
  const arrows = { ArrowDown: "j", ArrowUp: "k" };
  if (event.key in arrows && inList && !byId("view-rows").hidden) {
    event.preventDefault();
    KEYS[arrows[event.key]]();
    byId("list").querySelector("[aria-current]")?.focus({ preventScroll: true });
  } else if (Object.hasOwn(KEYS, event.key) && byId("keys-on").checked) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

function listen() {
  for (const id of Object.keys(CONTROLS))
    byId(id).addEventListener(id === "search" ? "input" : "change", readFilter);
  byId("finder").addEventListener("submit", (event) => {
    event.preventDefault();
    if (state.shown.length) openRow(state.shown[0]);
  });
  byId("clear").addEventListener("click", () => {
    setFilter({});
    byId("search").focus();
  });
  byId("next-doubt").addEventListener("click", () => openRow(nextToCheck()));
  byId("download").addEventListener("click", handOut);
  byId("show-keys").addEventListener("click", () => byId("keys").showModal());
  byId("smaller").addEventListener("click", () => setZoom(zoom - 1));
  byId("larger").addEventListener("click", larger);
  byId("turn").addEventListener("click", turnPages);
  byId("fit").addEventListener("click", () => setZoom(0));
  for (const link of document.querySelectorAll(".skip")) link.addEventListener("click", skip);
  document.addEventListener("keydown", onKey);
  document.addEventListener("row", showRow);
  document.addEventListener("changed", () => {
    showCounts();
    if (state.row) {
      redrawItem(state.row);
      if (byId("row-checked")) byId("row-checked").checked = isChecked(state.row);
    }
  });
  addEventListener("hashchange", followAddress);
  // On paper nobody can ask for the others.
  addEventListener("beforeprint", () => document.querySelectorAll(".rest").forEach((more) => more.click()));
  addEventListener("beforeunload", (event) => {
    if (!changes.kept && !changes.handedOut) event.preventDefault();
  });
}

function skip(event) {
  event.preventDefault();
  const target = byId(event.currentTarget.dataset.to);
  if (byId("view-rows").contains(target) && byId("view-rows").hidden) location.hash = "rows";
  setTimeout(() => target.focus());
}

byId("filters").open = !NARROW.matches;
loadChanges();
fillFilters();
refreshList();
listen();
showCounts();
followAddress();
