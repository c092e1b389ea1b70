/** The look of the customer's page, on a phone first. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #fafafa; --card: #fff; --text: #18181b; --soft: #52525b; --line: #d4d4d8; --mark: #3730a3; --on-mark: #fff; --bad: #9f1239; }
@media (prefers-color-scheme: dark) { :root { --ground: #18181b; --card: #27272a; --text: #fafafa; --soft: #c4c4cc; --line: #52525b; --mark: #c7d2fe; --on-mark: #1e1b4b; --bad: #fda4af; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main, footer { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .25rem 0 .75rem; }
h2, legend { font-size: 1rem; font-weight: 600; margin: 1.5rem 0 .5rem; padding: 0; }
fieldset { border: 0; margin: 1.5rem 0 0; padding: 0; min-width: 0; }
legend { margin: 0 0 .5rem; }
.item { display: flex; gap: .75rem; align-items: center; width: 100%; padding: .75rem; margin: 0 0 .5rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; min-height: 3rem; }
label.item { cursor: pointer; }
label.item:has(:checked) { border-color: var(--mark); box-shadow: 0 0 0 1px var(--mark); }
input[type=radio] { flex: none; width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--mark); }
img { flex: none; width: 3.5rem; height: 3.5rem; object-fit: cover; border-radius: .5rem; background: #fff; }
.item span { display: block; min-width: 0; }
.item .grow { flex: 1; }
.name { font-weight: 600; text-wrap: balance; }
.soft { color: var(--soft); font-size: .9375rem; }
.gone .name { text-decoration: line-through; font-weight: 400; }
details { margin: 0 0 .5rem; }
details details { margin-left: 1rem; }
summary { padding: .75rem 0; min-height: 3rem; font-weight: 600; cursor: pointer; }
summary::first-letter, .done::first-letter { text-transform: uppercase; }
.stays { position: sticky; bottom: .75rem; box-shadow: 0 0 0 .75rem var(--ground); }
details fieldset { margin: 0 0 .5rem; }
textarea { width: 100%; min-height: 4.5rem; padding: .75rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
button { width: 100%; min-height: 3rem; margin: 1.25rem 0 .75rem; padding: .75rem; font: inherit; font-weight: 600; color: var(--on-mark); background: var(--mark); border: 0; border-radius: .75rem; cursor: pointer; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.bad { color: var(--bad); font-weight: 600; }
.done { padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
footer { display: flex; flex-wrap: wrap; gap: .25rem 1rem; color: var(--soft); font-size: .9375rem; }
footer a { color: inherit; }
footer > * { padding: .5rem 0; }
`
