/// The page's script: filters, keys, a card for the mark in focus, and zoom by dragging. The page is whole
/// without it. No library, no network, no storage; what it shows comes from the page's own table.
let htmlScript = #"""
    (function(){"use strict";
    var $=function(s,r){return Array.prototype.slice.call((r||document).querySelectorAll(s))};
    var form=document.getElementById("filters"),scroll=document.querySelector(".scroll"),strips=document.querySelector(".strips");
    if(!strips)return;
    var marks=$(".lane a[data-l],.lane a[data-e]"),rows=$("tr[id]"),items=$(".folded li"),bars=$(".hist rect");
    var find=document.getElementById("find"),count=document.getElementById("count"),selects=$("select[data-f]",form);
    var letters=rows.filter(function(r){return r.id[0]==="l"});
    var events=rows.filter(function(r){return r.id[0]==="e"}).map(function(r){return{r:r,w:(r.getAttribute("data-w")||"").split(" ")}});
    var bubbles=$(".lane a.bubble").map(function(a){var list=$("li",document.getElementById(a.getAttribute("href").slice(1)));
    return{a:a,items:list,left:list.length,text:a.querySelector("text")}});
    var rowOf={};rows.forEach(function(r){rowOf[r.id]=r});
    var cells=function(r){return $("td",r)};
    function matches(r,wanted,words){
    for(var i=0;i<wanted.length;i++){if(wanted[i][1]!==""){var v=r.getAttribute("data-"+wanted[i][0]);
    if(v===null||(" "+v+" ").indexOf(" "+wanted[i][1]+" ")<0)return false}}
    if(!words)return true;if(r.lb===undefined)r.lb=r.textContent.toLowerCase();return r.lb.indexOf(words)>=0}
    function flip(e,on){if((e.lbOff||false)===on){e.lbOff=!on;e.classList.toggle("off",!on)}}
    function filter(){
    var wanted=selects.map(function(s){return[s.getAttribute("data-f"),s.value]}),words=find.value.trim().toLowerCase();
    var any=words!==""||wanted.some(function(w){return w[1]!==""}),shown={},months={},n=0;
    letters.forEach(function(r){var on=!any||matches(r,wanted,words);flip(r,on);
    if(on){shown[r.id.slice(1)]=1;n++;if(r.lbMonth===undefined){var t=r.querySelector("time");r.lbMonth=t?t.getAttribute("datetime").slice(0,7):""}
    if(r.lbMonth)months[r.lbMonth]=(months[r.lbMonth]||0)+1}});
    events.forEach(function(e){var on=!any||e.w.some(function(n){return shown[n]});flip(e.r,on);if(on)shown[e.r.id]=1});
    marks.forEach(function(a){if(!a.lbId)a.lbId=a.getAttribute("data-l")||"e"+a.getAttribute("data-e");flip(a,!!shown[a.lbId])});
    items.forEach(function(i){if(!i.lbId){var h=i.firstChild.getAttribute("href");i.lbId=h[1]==="l"?h.slice(2):h.slice(1)}flip(i,!!shown[i.lbId])});
    bubbles.forEach(function(b){var left=0;b.items.forEach(function(i){if(!i.lbOff)left++});
    flip(b.a,left>0);if(b.left!==left){b.left=left;b.text.textContent=left}});
    bars.forEach(function(b){if(!b.dataset.n){b.dataset.n=parseInt(b.textContent.replace(/^.*: /,"").replace(/,/g,""),10);b.dataset.y=b.getAttribute("y");b.dataset.h=b.getAttribute("height")}
    var m=b.getAttribute("data-m"),h=+b.dataset.h;if(any&&m.length===7){var k=Math.round(h*(months[m]||0)/b.dataset.n);
    b.setAttribute("height",k);b.setAttribute("y",+b.dataset.y+h-k)}else{b.setAttribute("height",h);b.setAttribute("y",b.dataset.y)}});
    count.textContent=any?n+" of "+letters.length+" letters":"";save()}
    function save(){var p=[];selects.forEach(function(s){if(s.value)p.push(s.getAttribute("data-f")+"="+s.value)});
    if(find.value)p.push("q="+encodeURIComponent(find.value));var z=document.querySelector(".zoom input:checked");
    if(z&&z.value!=="1")p.push("z="+z.value);
    try{history.replaceState(null,"",p.length?"#view?"+p.join("&"):location.pathname+location.search)}catch(e){}}
    function load(){var h=location.hash;if(h.indexOf("#view?")!==0)return;
    h.slice(6).split("&").forEach(function(pair){var k=pair.split("=")[0],v=decodeURIComponent(pair.split("=")[1]||"");
    if(k==="q")find.value=v;else if(k==="z"){var z=document.getElementById("z"+v);if(z)z.checked=true}
    else selects.forEach(function(s){if(s.getAttribute("data-f")===k)s.value=v})});
    if(find.value||selects.some(function(s){return s.value}))box0.open=true;filter()}
    var box0=document.getElementById("filterbox");box0.hidden=false;
    form.addEventListener("change",filter);
    var wait;find.addEventListener("input",function(){clearTimeout(wait);wait=setTimeout(filter,80)});
    form.addEventListener("submit",function(e){e.preventDefault()});
    form.addEventListener("reset",function(){setTimeout(filter,0)});
    $(".zoom input").forEach(function(z){z.addEventListener("change",save)});
    var card=document.createElement("div");card.id="card";card.hidden=true;document.body.appendChild(card);
    function line(c,t){if(!t)return;var p=document.createElement("p");p.className=c;p.textContent=t;card.appendChild(p)}
    function show(a){var id=a.hasAttribute("data-l")?"l"+a.getAttribute("data-l"):"e"+a.getAttribute("data-e"),r=rowOf[id];
    if(!r)return;card.textContent="";var c=cells(r);line("when",c[1].textContent+" · "+c[2].textContent);
    line("what",c[4].textContent);line("who",c[3].textContent);line("when",c[5].textContent);
    var p=document.createElement("p"),row=document.createElement("a");row.href="#"+id;row.textContent="in the table";row.tabIndex=-1;
    if(id[0]==="l"){var rec=document.createElement("a");rec.href=a.getAttribute("href");rec.textContent="record";rec.tabIndex=-1;
    p.appendChild(rec);p.appendChild(document.createTextNode(" · "))}p.appendChild(row);card.appendChild(p);card.hidden=false;
    var b=a.getBoundingClientRect(),w=card.offsetWidth;
    card.style.left=Math.max(8,Math.min(b.left+b.width/2-w/2,document.documentElement.clientWidth-w-8))+scrollX+"px";
    card.style.top=b.bottom+8+scrollY+"px"}
    function hide(){card.hidden=true}
    var hiding;function later(){hiding=setTimeout(hide,250)}
    card.addEventListener("pointerenter",function(){clearTimeout(hiding)});card.addEventListener("pointerleave",later);
    marks.forEach(function(a){var t=a.querySelector("title");if(t){a.setAttribute("aria-label",t.textContent);t.remove()}});
    strips.addEventListener("pointerover",function(e){var a=e.target.closest("a[data-l],a[data-e]");if(a){clearTimeout(hiding);show(a)}});
    strips.addEventListener("pointerout",function(e){if(e.target.closest("a[data-l],a[data-e]"))later()});
    strips.addEventListener("focusin",function(e){var a=e.target.closest("a[data-l],a[data-e]");if(a)show(a)});
    strips.addEventListener("focusout",later);
    var lanes=$(".lane").map(function(l){return $("svg a",l)}).filter(function(l){return l.length});
    lanes.forEach(function(l,i){l.forEach(function(a,j){a.tabIndex=i===0&&j===0?0:-1})});
    function place(a){var b=a.getBoundingClientRect();return b.left+b.width/2}
    lanes.forEach(function(l){l.sort(function(a,b){return place(a)-place(b)})});
    function go(a){if(!a)return;lanes.forEach(function(l){l.forEach(function(b){b.tabIndex=-1})});a.tabIndex=0;a.focus();
    a.scrollIntoView({block:"nearest",inline:"nearest"})}
    var on=function(a){return !a.classList.contains("off")};
    strips.addEventListener("keydown",function(e){var a=e.target.closest("svg a");if(!a)return;
    var i=lanes.findIndex(function(l){return l.indexOf(a)>=0}),l=lanes[i],seen=l.filter(on),j=seen.indexOf(a),to;
    if(e.key==="ArrowRight")to=seen[j+1];else if(e.key==="ArrowLeft")to=seen[j-1];
    else if(e.key==="Home")to=seen[0];else if(e.key==="End")to=seen[seen.length-1];
    else if(e.key==="ArrowDown"||e.key==="ArrowUp"){var step=e.key==="ArrowDown"?1:-1,x=place(a);
    for(var k=i+step;lanes[k]&&!to;k+=step)to=lanes[k].filter(on).sort(function(p,q){return Math.abs(place(p)-x)-Math.abs(place(q)-x)})[0]}
    else if(e.key==="Escape"){hide();return}else return;
    e.preventDefault();go(to)});
    document.addEventListener("keydown",function(e){if(/^(input|select|textarea)$/i.test(e.target.tagName)&&e.target.type!=="radio")return;
    if(e.ctrlKey||e.metaKey||e.altKey)return;if(e.key==="+"||e.key==="=")zoom(1);else if(e.key==="-")zoom(-1);else if(e.key==="Escape")hide()});
    function zoom(step,at){var z=$(".zoom input"),i=z.findIndex(function(r){return r.checked}),to=z[Math.max(0,Math.min(z.length-1,i+step))];
    setZoom(to,at===undefined?middle():at)}
    function nameWidth(){var n=document.querySelector(".lane .name"),s=document.querySelector(".lane svg");
    return Math.max(0,s.getBoundingClientRect().left-strips.getBoundingClientRect().left)}
    function middle(){var n=nameWidth();return(scroll.scrollLeft+(scroll.clientWidth-n)/2)/Math.max(1,strips.offsetWidth-n)}
    function setZoom(to,at){if(!to)return;to.checked=true;var n=nameWidth();
    scroll.scrollLeft=at*(strips.offsetWidth-n)-(scroll.clientWidth-n)/2;save()}
    var from=null,box;
    strips.addEventListener("pointerdown",function(e){if(e.button!==0||e.pointerType!=="mouse"||e.target.closest("a,summary,.name,details"))return;from=e.clientX;});
    addEventListener("pointermove",function(e){if(from===null||Math.abs(e.clientX-from)<6)return;
    if(!box){box=document.createElement("div");box.id="drag";strips.appendChild(box)}
    var o=strips.getBoundingClientRect().left;box.style.left=Math.min(from,e.clientX)-o+"px";box.style.width=Math.abs(e.clientX-from)+"px";e.preventDefault()});
    addEventListener("pointerup",function(e){if(from===null)return;var n=nameWidth(),o=strips.getBoundingClientRect().left+n,w=strips.offsetWidth-n;
    var a=Math.min(from,e.clientX),b=Math.max(from,e.clientX);from=null;if(!box)return;box.remove();box=null;if(b-a<12)return;
    var share=(b-a)/w,z=$(".zoom input").filter(function(r){return +r.value<=Math.max(1,.95/share*(scroll.clientWidth-n)/w*1)}).pop();
    setZoom(z,((a+b)/2-o)/w)});
    addEventListener("hashchange",load);load();
    })();
    """#
