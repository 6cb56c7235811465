// Every address is in bytes, every stride and span in bytes, every count in elements.
export { exportedHeapBase as heapBase } from './memory';
export { layOut } from './layout';
export { gatherRows, addGathered, placeRows, addRows, copyColumns, transposeRows } from './gather';
export { groupByRow } from './runs';
export { pairDots } from './pair';
export { RING, settleRows, settleRange, learnRows, stampRows } from './deferred';
export { sumBags, scatterBags, decayBags, clear } from './bags';
export { updateDense } from './dense-update';
export { gemm } from './gemm';
export { dotRows, scaleRows, weightedSum } from './vectors';
export { affine, add, multiply, relu, reluSlope, sigmoid, sigmoidSlope } from './elementwise';
export { drawMask } from './dropout';
export { raiseColumns, expColumns, scaleColumns } from './softmax';
export { squaredError, boundedError, pairwiseError, groupError } from './loss';
export { gatherScaled, startMatrix } from './normal-equations';
export { addSquares, factorise, solveLower, solveUpper } from './symmetric';
export { learnRatings } from './by-rating';
export { packPanel, subtractProduct } from './panels';
