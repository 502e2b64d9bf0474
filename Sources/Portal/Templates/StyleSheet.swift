/// What the pages add to Bootstrap's style sheet: the colours of Linkage, light and dark by the reader's setting with
/// contrast AA (WCAG 2.2), which Bootstrap 5.2 has no dark half of, and what is neither a table, a form nor a button.
enum StyleSheet {
    static let text = """
        :root {
          color-scheme: light dark; scroll-behavior: auto;
          --bs-body-color: #1b2420; --bs-border-color: #c3cdc8; --bs-link-color: #0b5d43; --bs-link-hover-color: #063b2a;
          --raised: #f3f6f4; --quiet: #4a5751; --focus: #9a4b00; --alert: #fdf1dd; --alert-ink: #6b3c00;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --bs-body-color: #e8efeb; --bs-body-bg: #121815; --bs-border-color: #43514b; --bs-link-color: #7fd6b4;
            --bs-link-hover-color: #b5ead5;
            --raised: #1c2521; --quiet: #b0beb7; --focus: #ffb45e; --alert: #3a2a10; --alert-ink: #ffd8a0;
          }
          .form-select { background-image: url("data:image/svg+xml,%3csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3e%3cpath fill='none' stroke='%23b0beb7' stroke-width='2' d='m2 5 6 6 6-6'/%3e%3c/svg%3e") !important; }
        }

        /* Bootstrap's parts in these colours. */
        .btn {
          --bs-btn-color: var(--bs-link-color); --bs-btn-border-color: var(--bs-link-color); --bs-btn-bg: var(--raised);
          --bs-btn-hover-color: var(--bs-body-bg); --bs-btn-hover-bg: var(--bs-link-hover-color);
          --bs-btn-hover-border-color: var(--bs-link-hover-color); --bs-btn-active-color: var(--bs-body-bg);
          --bs-btn-active-bg: var(--bs-link-hover-color); --bs-btn-active-border-color: var(--bs-link-hover-color);
        }
        .btn-primary { --bs-btn-color: var(--bs-body-bg); --bs-btn-bg: var(--bs-link-color); }
        .alert-warning { --bs-alert-color: var(--alert-ink); --bs-alert-bg: var(--alert); --bs-alert-border-color: currentColor; }
        .alert-success { --bs-alert-color: inherit; --bs-alert-bg: var(--raised); --bs-alert-border-color: var(--bs-link-color); }
        .alert a { color: inherit; }
        .alert > :last-child { margin-bottom: 0; }
        .form-control, .form-select, .form-control:focus, .form-select:focus, .form-check-input {
          color: inherit; background-color: var(--bs-body-bg); border-color: var(--quiet);
        }
        .form-control::file-selector-button, .form-control:hover::file-selector-button {
          color: inherit; background-color: var(--raised) !important;
        }
        .input-group > .form-select { flex: none; width: auto; }
        .invalid-feedback { color: var(--alert-ink); }
        .navbar-brand, .navbar-brand:hover, .navbar-brand:focus { color: var(--bs-link-color); }
        .navbar .nav { margin-left: -0.6rem; }
        .nav { --bs-nav-link-padding-x: 0.6rem; --bs-nav-link-padding-y: 0.25rem; }
        .nav-tabs {
          --bs-nav-tabs-border-color: var(--bs-border-color); --bs-nav-tabs-link-active-color: inherit;
          --bs-nav-tabs-link-active-bg: var(--raised); --bs-nav-tabs-link-active-border-color: var(--bs-border-color);
          --bs-nav-tabs-link-hover-border-color: var(--bs-border-color);
        }
        .list-group {
          --bs-list-group-color: inherit; --bs-list-group-bg: none; --bs-list-group-border-color: var(--bs-border-color);
        }
        .table { --bs-table-active-bg: var(--raised); --bs-table-active-color: inherit; caption-side: top; }
        thead { --bs-table-bg: var(--raised); font-size: 0.875rem; }
        tbody th { font-weight: 500; min-width: 12rem; }
        caption { max-width: calc(100vw - 2rem); }
        a:focus-visible, .btn:focus-visible, summary:focus-visible, .table-responsive:focus-visible,
        .form-control:focus-visible, .form-select:focus-visible, .form-check-input:focus-visible {
          outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: none;
        }

        h1 { font-size: 1.6rem; margin: 1.25rem 0 0.5rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.25rem; margin: 1.75rem 0 0.5rem; }
        h3 { font-size: 1.05rem; margin: 1.5rem 0 0.5rem; }
        .note, footer, caption, dt, small, .form-text { color: var(--quiet); }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        thead .number { white-space: normal; }
        td small, th small { display: block; font-size: 0.8125rem; font-weight: 400; }
        td ul { margin: 0; padding-left: 1.1rem; }
        code { color: inherit; overflow-wrap: anywhere; }
        pre, dl div { background: var(--raised); border-radius: var(--bs-border-radius); padding: 0.5rem 0.75rem; }
        dl { display: grid; gap: 0.5rem; }
        dl.counts { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); }
        dl.facts { grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); }
        dt { font-size: 0.875rem; font-weight: 400; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .counts dd { font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; }
        .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; margin: 1rem 0; }
        abbr { text-decoration: none; }
        .row > .pick { height: 20rem; width: 100%; cursor: crosshair; }
        #map { height: 24rem; }
        .pick, #map { background: var(--raised); border-radius: var(--bs-border-radius); z-index: 0; }
        .chart { height: 20rem; }
        .chart, #map { margin: 1rem 0; }
        @media print {
          header nav, footer, .buttons, form { display: none !important; }
          .table-responsive { overflow: visible; }
        }
        """
}
