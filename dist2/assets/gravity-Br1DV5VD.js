function e(e,t,n){return{from:Math.floor(t*e/n),to:Math.floor((t+1)*e/n)}}const t=(e,t)=>Math.ceil(e/t);export{e as n,t};
//# sourceMappingURL=gravity-Br1DV5VD.js.map