/// The style sheet: light and dark by the reader's setting, from phone width on, contrast AA (WCAG 2.2).
enum StyleSheet {
    static let text = """
        :root {
          color-scheme: light dark;
          --ground: #ffffff; --raised: #f3f6f4; --ink: #1b2420; --quiet: #4a5751; --line: #c3cdc8;
          --link: #0b5d43; --focus: #9a4b00; --alert: #fdf1dd; --alert-ink: #6b3c00;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #121815; --raised: #1c2521; --ink: #e8efeb; --quiet: #b0beb7; --line: #43514b;
            --link: #7fd6b4; --focus: #ffb45e; --alert: #3a2a10; --alert-ink: #ffd8a0;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; max-width: 80rem; padding: 0 1rem 2rem; background: var(--ground); color: var(--ink);
          font: 1rem/1.5 system-ui, "Noto Sans", sans-serif;
        }
        a { color: var(--link); }
        a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.5rem; }
        header {
          display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; align-items: baseline; justify-content: space-between;
          border-bottom: 2px solid var(--line); padding: 0.75rem 0;
        }
        .brand { margin: 0; }
        .brand a { font-size: 1.25rem; font-weight: 700; text-decoration: none; }
        .brand span { color: var(--quiet); margin-left: 0.5rem; }
        nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
        nav a { display: inline-block; padding: 0.25rem 0; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.25rem 0 0.25rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.25rem; margin: 1.75rem 0 0.5rem; }
        h3 { font-size: 1.05rem; margin: 1.5rem 0 0.5rem; }
        .note, footer, caption { color: var(--quiet); }
        .note { margin: 0.25rem 0; }
        .alert {
          background: var(--alert); color: var(--alert-ink); border-left: 4px solid currentColor; padding: 0.5rem 0.75rem;
        }
        .alert a { color: inherit; }
        ul.alert { padding-left: 2rem; }
        .result { font-size: 1.1rem; }
        dl { display: grid; gap: 0.5rem; margin: 0; }
        dl.counts { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); }
        dl.facts { grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); }
        dl div { background: var(--raised); border-radius: 0.4rem; padding: 0.5rem 0.75rem; }
        dt { color: var(--quiet); font-size: 0.875rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .counts dd { font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; padding-bottom: 0.5rem; max-width: calc(100vw - 2rem); }
        th, td { border-bottom: 1px solid var(--line); padding: 0.5rem 0.6rem; text-align: left; vertical-align: top; }
        thead th { background: var(--raised); font-size: 0.875rem; }
        tbody th { font-weight: 500; min-width: 12rem; }
        tfoot th, tfoot td { font-weight: 600; }
        .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .brief { white-space: nowrap; }
        thead .figure { white-space: normal; }
        small { display: block; color: var(--quiet); font-size: 0.8125rem; font-weight: 400; }
        td ul { margin: 0; padding-left: 1.1rem; }
        code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 0.9em; overflow-wrap: anywhere; }
        pre { background: var(--raised); border-radius: 0.4rem; padding: 0.6rem 0.75rem; overflow-x: auto; margin: 0.25rem 0 0.75rem; }
        footer { border-top: 1px solid var(--line); margin-top: 2rem; font-size: 0.875rem; }
        .sent { background: var(--raised); border-left: 4px solid var(--link); padding: 0.5rem 0.75rem; }
        .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; margin: 1rem 0; }
        .button, button {
          display: inline-block; font: inherit; color: var(--link); background: var(--raised); cursor: pointer;
          border: 1px solid var(--link); border-radius: 0.4rem; padding: 0.4rem 0.9rem; text-decoration: none;
        }
        .primary { background: var(--link); color: var(--ground); }
        button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible {
          outline: 3px solid var(--focus); outline-offset: 2px;
        }
        .form h2 { display: inline-block; margin: 0.75rem 0 0.25rem; }
        .fields { display: grid; gap: 0.75rem 1.25rem; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); }
        .field { min-width: 0; }
        .field label { display: block; font-weight: 500; }
        .field label.choice { font-weight: 400; padding: 0.25rem 0; }
        .field label.choice input { width: auto; }
        input, select, textarea {
          width: 100%; font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--quiet);
          border-radius: 0.3rem; padding: 0.35rem 0.5rem;
        }
        .inline input { width: auto; }
        .money { display: flex; gap: 0.5rem; }
        .money select { width: auto; }
        .wrong input, .wrong select, .wrong textarea { border: 2px solid var(--alert-ink); }
        .fault { color: var(--alert-ink); font-weight: 500; }
        fieldset { border: 1px solid var(--line); border-radius: 0.3rem; margin: 0.5rem 0; }
        abbr { text-decoration: none; }
        footer form p { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }
        .tabs { margin: 0.75rem 0; }
        .tabs a[aria-current] { font-weight: 700; text-decoration: none; }
        .pick { grid-column: 1 / -1; height: 20rem; background: var(--raised); border-radius: 0.4rem; z-index: 0; cursor: crosshair; }
        #map { height: 24rem; margin: 1rem 0; background: var(--raised); border-radius: 0.4rem; z-index: 0; }
        .chart { height: 20rem; margin: 1rem 0; }
        .rows { list-style: none; padding: 0; }
        .rows li { border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
        tr.new { background: var(--raised); }
        @media print {
          header nav, footer, .buttons, form, .skip { display: none; }
          .scroll { overflow: visible; }
        }
        """
}
