/// The page's style. Okabe and Ito's colours (jfly.uni-koeln.de/color), which colour-blind people tell
/// apart; AA contrast in light and dark; sizes 12, 14, 16, 20 and 28 px.
let htmlStyle = #"""
    :root{--paper:#fff;--ink:#1a1a1a;--soft:#595959;--rule:#d9d9d9;--faint:#ececec;--link:#00558a;--mark:#595959;
    --h0:#0072b2;--h1:#d55e00;--t1:#b04a00;--h2:#007f5c;--h3:#b0508f;--focus:#0072b2;--hit:#fff3c4}
    @media (prefers-color-scheme:dark){:root{--paper:#141414;--ink:#ececec;--soft:#ababab;--rule:#3d3d3d;--faint:#262626;
    --link:#7cc4f0;--mark:#ababab;--h0:#56b4e9;--h1:#e69f00;--t1:#e69f00;--h2:#2fbd92;--h3:#cc79a7;--focus:#f0e442;--hit:#3d3510}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0 auto;max-width:72rem;padding:2rem 1.5rem 4rem;background:var(--paper);color:var(--ink);
    font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;
    font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}
    a:focus-visible,button:focus-visible,select:focus-visible,input:focus-visible,summary:focus-visible,.scroll:focus-visible,
    h2:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
    .skip{position:absolute;left:-99rem}.skip:focus{position:static}
    h1{font-size:28px;line-height:1.2;font-weight:650;margin:0;letter-spacing:-.01em}
    h2{font-size:20px;line-height:1.3;font-weight:600;margin:0 0 .75rem}
    h3{font-size:14px;line-height:1.3;font-weight:600;margin:0}
    h4{font-size:14px;margin:.75rem 0 .25rem}
    p,ul,ol,dl{margin:0 0 .75rem}
    section{margin-top:2.5rem}
    .top{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem 2rem;
    border-bottom:2px solid var(--ink);padding-bottom:.75rem;margin-bottom:1.25rem}
    .period{margin:0;color:var(--soft)}
    .lede p,.detail li,.asks p{max-width:72ch}
    .lede p:first-child{font-size:20px;line-height:1.4}
    .cite{font-size:12px;color:var(--soft);white-space:normal}
    .cite a{color:inherit;text-decoration:none}.cite a:hover,.cite a:focus{text-decoration:underline}
    .note{font-size:14px;color:var(--soft)}
    .controls{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:start;gap:.25rem 1.5rem;margin-bottom:.75rem;font-size:14px}
    .controls details{flex:1 1 20rem}.controls summary{min-height:28px;padding:.2rem 0}
    .controls form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;padding:.25rem 0 .5rem}
    .controls label{color:var(--soft)}
    select,input[type=search],button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);
    border-radius:4px;padding:.2rem .4rem;min-height:28px;max-width:14rem}
    fieldset{border:0;margin:0;padding:0;display:flex;gap:.15rem;align-items:center}
    legend{float:left;color:var(--soft);padding:0 .4rem 0 0}
    .zoom label{display:inline-flex;align-items:center;min-height:28px;padding:0 .5rem;border-radius:4px;cursor:pointer}
    .zoom input{position:absolute;opacity:0}
    .zoom label:has(:checked){background:var(--faint);color:var(--ink);font-weight:600}
    .zoom label:has(:focus-visible){outline:2px solid var(--focus)}
    .defs{position:absolute}
    .scroll{overflow-x:auto;overscroll-behavior-x:contain}
    .strips{--zoom:1;--name:10rem;position:relative;width:calc(var(--name) + (100% - var(--name))*var(--zoom));min-width:calc(var(--name) + 720px*var(--zoom))}
    body:has(#z2:checked) .strips{--zoom:2}body:has(#z4:checked) .strips{--zoom:4}body:has(#z8:checked) .strips{--zoom:8}
    .row{display:grid;grid-template-columns:var(--name) 1fr;align-items:end}
    .name{position:sticky;left:0;z-index:1;background:var(--paper);padding:.35rem .75rem .3rem 0;align-self:stretch;
    display:flex;flex-direction:column;justify-content:flex-end}
    .name p{margin:0;font-size:12px;line-height:1.35;color:var(--soft)}
    .lane h3{color:var(--hue)}.h1 h3{color:var(--t1)}.lane{padding-top:.25rem}
    .row>svg{display:block;width:calc(100% - 16px);margin:0 8px;overflow:visible}
    .row details{grid-column:1/-1;position:sticky;left:0;max-width:calc(100vw - 3rem);font-size:14px;margin:.25rem 0 .5rem}
    @media (min-width:64rem){.row details{grid-column:2}}
    summary{cursor:pointer;color:var(--soft)}
    .folded{columns:18rem;column-gap:2rem;padding:.25rem 0 .5rem}
    .brief{columns:auto}.brief li{display:inline-block;min-width:2.6rem}.folded ul{list-style:none;padding:0;margin:0}.folded>div{break-inside:avoid-column}.folded>div:target{background:var(--hit)}
    .grid line{stroke:var(--faint);stroke-width:1}.grid line.major{stroke:var(--rule)}
    #grid line{stroke:var(--faint);stroke-width:1}#grid .major{stroke:var(--rule)}
    .base{stroke:var(--rule);stroke-width:1}
    .hist rect{fill:var(--mark);stroke:var(--paper);stroke-width:1}
    .axis .name{padding:0}.axis line{stroke:var(--soft)}.axis text{font-size:12px;fill:var(--soft)}.axis .major{fill:var(--ink);font-weight:600}
    .t{display:none}.t1{display:inline}
    body:has(#z2:checked) .t1,body:has(#z4:checked) .t1,body:has(#z8:checked) .t1{display:none}
    body:has(#z2:checked) .t2,body:has(#z4:checked) .t4,body:has(#z8:checked) .t8{display:inline}
    .h0{--hue:var(--h0)}.h1{--hue:var(--h1)}.h2{--hue:var(--h2)}.h3{--hue:var(--h3)}.hx{--hue:var(--mark)}
    .lane svg a{fill:var(--hue);stroke:var(--paper);stroke-width:1;paint-order:stroke}
    .lane svg a.event{fill:var(--ink)}
    .in{fill:var(--paper);stroke:none}
    .open{fill:var(--paper);stroke:var(--ink);stroke-width:1.6}
    .span{fill:var(--ink);fill-opacity:.28;stroke:none}
    .soft{mask:url(#soft)}
    .arc path,.arcline{fill:none;stroke:var(--soft);stroke-width:.8;vector-effect:non-scaling-stroke}
    .arc{overflow:visible;pointer-events:none}
    .lane svg a:focus{outline:none}
    .lane svg a:hover use,.lane svg a:hover rect{filter:brightness(.8)}
    .lane svg a:focus-visible use,.lane svg a:focus-visible rect,.lane svg a:focus-visible circle{stroke:var(--focus);stroke-width:3;paint-order:stroke}
    .lane svg .bubble{fill:var(--paper);stroke:none}
    .bubble circle{fill:var(--paper);stroke:var(--hue);stroke-width:1.4}
    .dense .bubble circle{fill:var(--hue);fill-opacity:.16}.bubble text{fill:var(--ink);stroke:none;font-size:12px;text-anchor:middle}
    .bubble:hover circle{fill:var(--faint)}
    .off{opacity:.12}tr.off,li.off{display:none}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin:.75rem 0 0;font-size:14px;color:var(--soft)}
    .legend li{display:flex;align-items:center;gap:.35rem}
    .legend svg{fill:var(--mark)}
    .asks ol{list-style:none;padding:0;margin:0;display:grid;gap:1.1rem}
    .asks li{display:grid;grid-template-columns:10rem 1fr;gap:.1rem .75rem}
    .asks .tally{font-size:14px;padding-top:.1rem}.tally b{font-weight:600}
    .meter{width:calc(100% - .5rem);fill:var(--h0);display:block;margin-top:.3rem}
    .asks .tally{grid-row:1/3}
    .asks p{grid-column:2;grid-row:1;margin:0}.asks .outcome{grid-row:auto;font-size:14px;border-left:2px solid var(--rule);padding-left:.6rem}.asks .who{grid-column:2;grid-row:2;font-size:14px;color:var(--soft)}
    .detail ul{padding-left:1.1rem}.detail li{margin-bottom:.35rem}
    @media screen{.table{content-visibility:auto;contain-intrinsic-size:auto 40rem}}
    .table:not(.wide) table{table-layout:fixed}
    table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.4}
    th{text-align:left;font-weight:600;color:var(--soft);border-bottom:1px solid var(--ink);padding:.3rem .75rem .3rem 0;vertical-align:bottom}
    td{border-bottom:1px solid var(--faint);padding:.4rem .75rem .4rem 0;vertical-align:top}
    td:nth-child(1){color:var(--soft);text-align:right}th:nth-child(1){width:4.5%}th:nth-child(2){width:13%}th:nth-child(3){width:11%}
    th:nth-child(4){width:22%}th:nth-child(6){width:12%}th:nth-child(7){width:8%}
    td,th{overflow-wrap:normal}td:nth-child(4){overflow-wrap:anywhere}
    td:nth-child(5){overflow-wrap:anywhere}
    tr:target td{background:var(--hit)}
    small{font-size:12px;color:var(--soft);display:block}
    code{font:12px ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace}
    tr.event td:nth-child(3){color:var(--ink)}tr.event td:nth-child(3)::before{content:"◇ "}
    .counts td,.counts th:nth-child(n){text-align:right;width:auto}
    footer{margin-top:3rem;border-top:2px solid var(--ink);padding-top:1rem;font-size:14px}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.5rem;max-width:72ch}dt{color:var(--soft)}dd{margin:0}
    #card{position:absolute;z-index:3;max-width:22rem;background:var(--paper);border:1px solid var(--soft);border-radius:6px;
    padding:.6rem .8rem;font-size:14px;box-shadow:0 4px 16px rgb(0 0 0/.18)}
    #card p{margin:0 0 .25rem}#card .when{color:var(--soft)}
    #drag{position:absolute;top:0;bottom:0;background:var(--h0);opacity:.15;pointer-events:none}
    @media screen and (max-width:47.9rem){
    body{padding:1.25rem 1rem 3rem}
    .strips{--name:0rem;min-width:calc(720px*var(--zoom))}
    .row{grid-template-columns:1fr}.name{width:max-content;max-width:calc(100vw - 2rem);padding:.6rem .5rem .1rem 0;background:none}
    .lane .name{flex-direction:row;gap:.5rem;align-items:baseline}
    .axis .name{display:none}
    .row details{max-width:calc(100vw - 2rem)}
    .asks li{grid-template-columns:1fr}.asks .tally,.asks p,.asks .who{grid-column:1;grid-row:auto}.meter{width:8rem}
    .table:not(.wide) table,.table:not(.wide) tbody,.table:not(.wide) tr,.table:not(.wide) td{display:block;width:auto}
    .table:not(.wide) thead{position:absolute;left:-99rem}
    .table:not(.wide) tr{border-bottom:1px solid var(--rule);padding:.6rem 0}
    .table:not(.wide) td{border:0;padding:0;text-align:left}
    .table:not(.wide) td:nth-child(-n+3){display:inline;margin-right:.6rem;color:var(--soft)}
    .table:not(.wide) td:empty{display:none}
    .table:not(.wide) td:nth-child(6),.table:not(.wide) td:nth-child(7){color:var(--soft);display:inline;margin-right:.6rem}
    }
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    @media print{
    @page{margin:16mm 14mm}
    :root{--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb;--faint:#ddd;--link:#000;--mark:#555;--h0:#0072b2;--h1:#d55e00;--t1:#b04a00;--h2:#007f5c;--h3:#b0508f;--hit:#fff}
    body{max-width:none;padding:0;font-size:11pt}
    h1{font-size:20pt}h2{font-size:14pt}table{font-size:9pt}
    .controls,.skip,#card{display:none!important}
    .scroll{overflow:visible}.strips{--zoom:1!important;--name:7.5rem;min-width:0;width:100%}
    .row{grid-template-columns:var(--name) 1fr}.row,tr,.asks li,.detail,footer{break-inside:avoid}
    .t1{display:inline!important}.t2,.t4,.t8{display:none!important}
    a{text-decoration:none;color:inherit}
    details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}
    .table{break-before:page}thead{display:table-header-group}
    h2,h3,h4{break-after:avoid}
    .name{position:static;padding-right:.5rem;hyphens:auto}.name h3{font-size:9pt}.axis text{font-size:8px}.lane svg a{stroke:none}
    }
    """#
