import{a as e}from"./rolldown-runtime-BWaJ3C7D.js";import{n as t,t as n}from"./jsx-runtime-DApVmHJR.js";import{zt as r}from"./shared-DNaduTiW.js";import{t as i}from"./Table-kuCEC464.js";var a=e(t(),1),o=`# Glossary

The terms of the page, the code and these documents. A text uses the term and not the words beside it; \`scripts/readability/readability.test.ts\`
checks the texts of the page. For data about other things than movies, the page says what the data calls them, and *points* for ratings that are not stars.

## Data

| term | meaning | do not say |
| --- | --- | --- |
| **user** | Somebody who rates. | viewer, customer |
| **item** | What is rated: a movie, or what the data calls it. | thing |
| **rating** | The number that a user gave an item, in stars or points. | vote |
| **rating scale** | The lowest and the highest rating, and the step between ratings. | – |
| **catalogue** | All items that can be recommended. | – |
| **density** | The share of all pairs of a user and an item that have a rating. | – |
| **long tail** | The many items with few ratings each. | – |
| **shrunk mean** | A mean that is pulled towards the mean of all ratings, strongly if it has few ratings. | pulled mean |
| **synthetic data** | Ratings made up by a formula with a seed. | fake |

## Split

| term | meaning | do not say |
| --- | --- | --- |
| **split** | The way in which ratings are divided into parts. | – |
| **training part** | The ratings that the model is trained on. | train set |
| **validation part** | Held-out ratings that are measured after every epoch. | dev set |
| **test part** | Held-out ratings that are measured once, at the end of a run. | – |
| **held out** | Not used for training. | hidden rating, kept back |
| **random share** | A split that holds out ratings at random. | – |
| **cut in time** | A split that holds out all ratings after one moment. | – |
| **leakage** | Training on information that a model in use would not have yet. | giveaway |
| **cold start** | Predicting for a user or an item without training ratings. | – |
| **seed** | The number that fixes every random draw. | – |

## Model

| term | meaning | do not say |
| --- | --- | --- |
| **embedding** | The list of numbers that stands for a user, an item or a feature. | – |
| **factor** | One number of an embedding. | latent dimension |
| **bias** | One number for each user or item: how far above the mean they rate or are rated. | generous, generosity |
| **dot product** | The sum of the products of two embeddings, number by number. | – |
| **dense layer** | Weighted sums of all inputs, followed by a non-linear function. | – |
| **MLP** | A model of dense layers over two embeddings (multi-layer perceptron). | – |
| **hybrid** | A model that adds the scores of a dot product and an MLP. | – |
| **feature** | Further information about a user, an item or a rating, such as genres. | – |
| **weight** | A number that training changes; also how much something counts in a sum. | – |
| **baseline** | A simple model that every other model is compared with. | – |
| **item neighbours** | A baseline that predicts from ratings of similar items. | – |
| **similar** | Rated above expectation, or below it, by the same users. | alike, likeness |
| **EASE** | A linear model with one weight for each pair of items (embarrassingly shallow autoencoder). | – |
| **prediction** | The rating that a model expects. | promise |
| **score** | A number that orders items and is not a rating. | – |

## Aim and loss

| term | meaning | do not say |
| --- | --- | --- |
| **aim** | What the model should be good at: stars, a list, or both. | – |
| **loss** | The number that training minimises. | made small |
| **liked** | Rated so high that the list should contain the item; the aim says from where. | loved, liking |
| **list** | The items recommended to a user, in order. | – |
| **list weight** | The share of the list in the loss; the error in stars has the rest. | – |
| **BPR** | A loss that ranks a liked item above an unrated one (Bayesian personalised ranking). | – |
| **softmax** | Turns scores into shares that add up to one; a loss that makes the share of a liked item large. | – |
| **iALS** | A loss over all pairs, solved row by row (implicit alternating least squares). | – |
| **negative** | An unrated item drawn to be ranked below a liked one. | – |
| **unobserved weight** | The weight of pairs without a liked rating in iALS. | – |
| **sweep** | One epoch of iALS: all users are solved, then all items. | – |
| **gravity** | A penalty that pulls the dot products of all pairs towards zero. | – |
| **regularisation** | A penalty on large weights, against overfitting. | held back, restraint |
| **L2** | Regularisation by the sum of squares. | – |
| **dropout** | Sets a random share of hidden units to zero at each step, against overfitting. | – |

## Training

| term | meaning | do not say |
| --- | --- | --- |
| **run** | One training with fixed settings. | – |
| **step** | One update of the weights, from one batch. | nudge |
| **batch** | The ratings of one step. | – |
| **epoch** | One pass over the training part. | – |
| **gradient** | How the loss changes with each weight. | slope |
| **learning rate** | The size of a step along the gradient. | – |
| **schedule** | How the learning rate changes during a run. | – |
| **warm-up** | The first part of a run, in which the learning rate rises. | – |
| **optimizer** | The rule that turns gradients into steps: Adam, lazy Adam, SGD or Adagrad. | – |
| **momentum** | The share of the last step that is added to the next. | – |
| **gradient clipping** | Limits every number of a gradient, to prevent very large steps. | leaps |
| **overfitting** | The training error falls while the validation error rises. | by heart |
| **early stopping** | Ends a run when the validation error no longer falls. | – |
| **diverge** | A run diverges when its error grows without limit. | – |
| **checkpoint** | The saved state of a run, from which it can continue. | – |
| **engine** | The program that computes training steps: WebAssembly SIMD, WebGPU, WebGL or TensorFlow.js. | backend |

## Evaluation

| term | meaning | do not say |
| --- | --- | --- |
| **RMSE** | The root of the mean squared error, in stars. | stars off |
| **MAE** | The mean absolute error, in stars. | – |
| **calibration** | Whether given ratings and predictions have the same mean. | – |
| **relevant** | Held out, and rated at least as high as the chosen number of stars. | – |
| **hit** | A relevant item on a list. | – |
| **NDCG** | Hits weighted by their place, as a share of the best possible list. | – |
| **recall** | Hits as a share of the relevant items. | – |
| **precision** | Hits as a share of the places. | – |
| **AUC** | How often a relevant item scores above any other item of the catalogue, averaged over users. | – |
| **pair accuracy** | The share of held-out pairs, a liked and an unrated item, that are ranked correctly. | ranked right |
| **coverage** | The share of the catalogue that at least one user gets. | – |
| **novelty** | How unexpected the items of a list are, in bits. | – |
| **personalisation** | How much the lists of different users differ. | – |
| **confidence interval** | The range that contains the figure with 95 % confidence, from bootstrap samples of the users. | – |
`,s={dialog:`_dialog_1r81z_1`,title:`_title_1r81z_24`,terms:`_terms_1r81z_28`,actions:`_actions_1r81z_36`};function c(e){let[,...t]=e.split(/^## /m);return t.map(e=>({title:e.slice(0,e.indexOf(`
`)),terms:[...e.matchAll(/^\| \*\*(.+?)\*\* \| (.+?) \|/gm)].map(([,e=``,t=``])=>({term:e,meaning:t}))}))}var l=n(),u=c(o),d=[{title:`Term`},{title:`Meaning`}];function f({onClose:e}){let t=(0,a.useRef)(null);return(0,a.useEffect)(()=>{t.current?.open===!1&&t.current.showModal()},[]),(0,l.jsxs)(`dialog`,{ref:t,className:s.dialog,"aria-labelledby":`glossary-title`,onClose:e,children:[(0,l.jsx)(`h2`,{id:`glossary-title`,className:s.title,children:`Glossary`}),u.map(({title:e,terms:t})=>(0,l.jsx)(i,{caption:e,columns:d,rows:t.map(({term:e,meaning:t})=>({key:e,cells:[e,t]})),className:s.terms},e)),(0,l.jsx)(`div`,{className:s.actions,children:(0,l.jsx)(r,{onClick:()=>t.current?.close(),children:`Close`})})]})}export{f as Glossary};
//# sourceMappingURL=Glossary-tVqb6v8H.js.map