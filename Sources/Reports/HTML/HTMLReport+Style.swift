extension HTMLReport {
  /// One style sheet for screens, light and dark, and for paper.
  ///
  /// It has no `<` and no `&`, so that it is the same in HTML and in XML.
  static let style: HTML = """
    :root {
      color-scheme: light dark;
      --page: #f6f7f9; --card: #ffffff; --line: #dfe3e8; --ink: #1b1f24; --soft: #5c6773;
      --found: #2f9e63; --misplaced: #e8a33d; --missing: #d64545; --excused: #7b8fb8;
      --not-counted: #b9c1ca; --other: #7a5fc0;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #14171b; --card: #1d2127; --line: #333a43; --ink: #e8ebef; --soft: #9aa5b1;
        --found: #3fb277; --misplaced: #e0a448; --missing: #e86a6a; --excused: #8ea3cf;
        --not-counted: #59636e; --other: #a48be6;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--page); color: var(--ink);
      font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    }
    main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
    h1 { font-size: 1.9rem; line-height: 1.15; margin: 0; overflow-wrap: anywhere; }
    h2 { font-size: 1.15rem; margin: 2.2rem 0 .7rem; }
    h3 { font-size: 1rem; margin: 1.3rem 0 .5rem; }
    h4 { font-size: .95rem; margin: 0 0 .35rem; overflow-wrap: anywhere; }
    p, ul, dl, dd { margin: 0; padding: 0; }
    ul { list-style: none; }
    .kind, .when, .note, dt, .share, .count { color: var(--soft); }
    .kind { margin-bottom: .3rem; }
    .when { margin-top: .4rem; }
    .note { font-size: .85rem; }
    .state {
      border-radius: 1rem; padding: .1rem .6rem; font-size: .8rem; color: var(--page);
      background: var(--soft);
    }
    .state.provisional { background: var(--misplaced); color: #1b1f24; }
    .code, .hash { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
    .code, .hash { overflow-wrap: anywhere; unicode-bidi: isolate; font-size: .92em; }

    .tiles {
      display: grid; gap: .6rem; margin-top: 1.4rem;
      grid-template-columns: repeat(auto-fill, minmax(8.2rem, 1fr));
    }
    .tile, .meter, .card, .table, .chart {
      background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
    }
    .tile { padding: .6rem .8rem .7rem; border-top: .25rem solid var(--other); color: var(--soft); }
    .tile b { display: block; font-size: 1.7rem; line-height: 1.2; color: var(--ink); }
    .tile.expected { border-top-color: var(--soft); }
    .tile.found { border-top-color: var(--found); }
    .tile.misplaced { border-top-color: var(--misplaced); }
    .tile.missing { border-top-color: var(--missing); }
    .tile.excused { border-top-color: var(--excused); }
    .tile.not-counted { border-top-color: var(--not-counted); }
    .tile.none b { color: var(--soft); }

    .meters {
      display: grid; gap: .6rem; margin: .6rem 0 .5rem;
      grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
    }
    .meter { padding: .7rem .8rem; }
    .meter b { font-size: 1.3rem; margin-right: .3rem; }
    .bar { display: block; width: 100%; height: .8rem; border-radius: .25rem; }
    .meter .bar { height: .5rem; margin: .35rem 0; }
    rect.rest { fill: var(--line); }
    rect.found { fill: var(--found); }
    rect.misplaced { fill: var(--misplaced); }
    rect.missing { fill: var(--missing); }
    rect.excused { fill: var(--excused); }
    rect.not-counted { fill: var(--not-counted); }

    .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin-bottom: .6rem; }
    .legend li, h3 { display: flex; align-items: center; gap: .4rem; }
    .legend li::before, h3::before {
      content: ""; width: .75rem; height: .75rem; border-radius: .2rem; background: var(--other);
    }
    .legend .found::before, h3.found::before { background: var(--found); }
    .legend .misplaced::before, h3.misplaced::before { background: var(--misplaced); }
    .legend .missing::before, h3.missing::before { background: var(--missing); }
    .legend .excused::before, h3.excused::before { background: var(--excused); }
    .legend .not-counted::before, h3.not-counted::before { background: var(--not-counted); }
    .chart { padding: .4rem .8rem; }
    .chart li {
      display: grid; grid-template-columns: 16rem 1fr 10rem; gap: .2rem .9rem;
      align-items: center; padding: .35rem 0; break-inside: avoid;
    }
    .chart li + li { border-top: 1px solid var(--line); }
    .place { overflow-wrap: anywhere; }
    .place .done { float: right; font-size: .8rem; color: var(--found); }
    .place .done.not { color: var(--soft); }
    .share { white-space: nowrap; font-size: .9rem; font-variant-numeric: tabular-nums; }
    .stranger { color: var(--other); }

    .cards {
      display: grid; gap: .7rem; margin-bottom: .7rem;
      grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr));
    }
    .card {
      display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .9rem; padding: .8rem;
      align-items: start; break-inside: avoid; color: var(--ink);
    }
    svg.crop {
      display: block; width: auto; height: auto; max-width: 100%; max-height: 14rem;
      margin: 0 auto; border-radius: .3rem; outline: 1px solid var(--line);
    }
    svg.crop polygon {
      fill: none; stroke: #e5006d; stroke-width: 2px; stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    svg.crop polygon.halo { stroke: #ffffff; stroke-width: 4px; }
    p.crop.none {
      color: var(--soft); border: 1px dashed var(--line); border-radius: .3rem;
      padding: 1.6rem .5rem; text-align: center; font-size: .85rem;
    }
    .flags { display: flex; flex-wrap: wrap; gap: .3rem; margin: .15rem 0 .35rem; }
    .flags li {
      border: 1px solid var(--misplaced); border-radius: 1rem; padding: 0 .5rem; font-size: .78rem;
    }
    .flags .blocks { background: #b53333; border-color: #b53333; color: #ffffff; }
    time { white-space: nowrap; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .7rem; font-size: .87rem; }
    dd { overflow-wrap: anywhere; min-width: 0; }

    .table { overflow-x: auto; margin-bottom: .6rem; }
    table { border-collapse: collapse; width: 100%; font-size: .88rem; }
    th { text-align: left; color: var(--soft); font-weight: 500; }
    th, td { padding: .35rem .8rem; vertical-align: top; }
    td { border-top: 1px solid var(--line); }
    tr { break-inside: avoid; }
    td .code { white-space: nowrap; }
    td:first-child .code { margin-right: .4rem; }
    footer { margin-top: 2.4rem; padding-top: 1rem; border-top: 1px solid var(--line); }

    @media (max-width: 40rem) {
      .tiles { grid-template-columns: repeat(2, 1fr); }
      .chart li { grid-template-columns: 1fr auto; }
      .chart .place { grid-column: 1 / -1; }
      .chart .share { grid-column: 1 / -1; }
      .chart .bar { grid-column: 1 / -1; }
      .cards { grid-template-columns: 1fr; }
      .card { grid-template-columns: 6.5rem minmax(0, 1fr); gap: .7rem; padding: .7rem; }
      .card dl { grid-template-columns: 1fr; }
      .card dt { font-size: .78rem; margin-top: .15rem; }
      #attention td:nth-child(4), #attention th:nth-child(4) { display: none; }
      th, td { padding: .3rem .5rem; }
      #found th:nth-child(n+4), #found td:nth-child(n+4) { display: none; }
    }
    @media print {
      :root {
        color-scheme: light;
        --page: #ffffff; --card: #ffffff; --line: #c9cfd6; --ink: #000000; --soft: #444b53;
        --found: #2f9e63; --misplaced: #e8a33d; --missing: #d64545; --excused: #7b8fb8;
        --not-counted: #b9c1ca; --other: #7a5fc0;
      }
      body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      main { padding: 0; max-width: none; }
      h2, h3 { break-after: avoid; }
      .cards { grid-template-columns: 1fr 1fr; }
      .card { grid-template-columns: 7.5rem minmax(0, 1fr); gap: .6rem; }
      time { white-space: normal; }
      .table { overflow-x: visible; }
    }

    """
}
