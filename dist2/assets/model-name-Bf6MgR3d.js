const e=[`dot`,`mlp`,`hybrid`],t=[`mean`,`bias`,`popular`,`neighbours`,`ease`],n=e=>t.some(t=>t===e);export{e as n,n as r,t};
//# sourceMappingURL=model-name-Bf6MgR3d.js.map