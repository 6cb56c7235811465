var e=1024,t=.5;export{t as n,e as t};
//# sourceMappingURL=list-task-Cv7CUCqj.js.map