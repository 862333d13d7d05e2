// The theme's search box is a dialog without a name; screen readers need one.
for (const dialog of document.querySelectorAll(".md-search[role=dialog]")) dialog.setAttribute("aria-label", "Search");
