/**
 * What DOMPurify 3.3.1 lets through by default, and what else it knows of SVG and MathML: facts, all in lower case.
 * Rules reference (f), html-security.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const htmlElements = words(`
  a abbr acronym address area article aside audio b bdi bdo big blink blockquote body br button canvas caption center
  cite code col colgroup content data datalist dd decorator del details dfn dialog dir div dl dt element em fieldset
  figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i img input ins kbd label legend li
  main map mark marquee menu menuitem meter nav nobr ol optgroup option output p picture pre progress q rp rt ruby s
  samp search section select shadow slot small source spacer span strike strong style sub summary sup table tbody td
  template textarea tfoot th thead time tr track tt u ul var video wbr
`);

const svgElements = words(`
  a altglyph altglyphdef altglyphitem animatecolor animatemotion animatetransform circle clippath defs desc ellipse
  enterkeyhint exportparts feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix fediffuselighting
  fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur feimage femerge
  femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence filter font g
  glyph glyphref hkern image inputmode line lineargradient marker mask metadata mpath part path pattern polygon
  polyline radialgradient rect stop style svg switch symbol text textpath title tref tspan view vkern
`);

const mathElements = words(`
  math menclose merror mfenced mfrac mglyph mi mlabeledtr mmultiscripts mn mo mover mpadded mphantom mprescripts mroot
  mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover
`);

/** Elements of every namespace that stay. */
export const allowedElements: ReadonlySet<string> = new Set([...htmlElements, ...svgElements, ...mathElements]);

/** Every element that may stand in SVG, allowed or not. */
export const allSvgElements: ReadonlySet<string> = new Set([
  ...svgElements,
  ...words(`
  animate color-profile cursor discard font-face font-face-format font-face-name font-face-src font-face-uri
  foreignobject hatch hatchpath mesh meshgradient meshpatch meshrow missing-glyph script set solidcolor unknown use
`),
]);

/** Every element that may stand in MathML, allowed or not. */
export const allMathElements: ReadonlySet<string> = new Set([
  ...mathElements,
  ...words(`
  annotation annotation-xml maction maligngroup malignmark mlongdiv mprescripts mscarries mscarry msgroup msline msrow
  mstack none semantics
`),
]);

/** Names of SVG that are names of HTML too. */
export const sharedElements = words(`title style font a script`);

/** Elements that, where they are not allowed, go with all that is in them. */
export const removedWithContent = words(`
  annotation-xml audio colgroup desc foreignobject head iframe math mi mn mo ms mtext noembed noframes noscript
  plaintext script style svg template thead title video xmp
`);

/** Wiki.js adds the last four. */
export const allowedAttributes = words(`
  accent accent-height accentunder accept accumulate action additive align alignment-baseline alt amplitude ascent
  attributename attributetype autocapitalize autocomplete autopictureinpicture autoplay azimuth background
  basefrequency baseline-shift begin bevelled bgcolor bias border by capture cellpadding cellspacing checked cite
  class clear clip clip-path clip-rule clippathunits close color color-interpolation color-interpolation-filters
  color-profile color-rendering cols colspan columnlines columnsalign columnspan controls controlslist coords
  crossorigin cx cy d datetime decoding default denomalign depth diffuseconstant dir direction disabled
  disablepictureinpicture disableremoteplayback display displaystyle divisor download draggable dur dx dy edgemode
  elevation encoding enctype end enterkeyhint exponent exportparts face fence fill fill-opacity fill-rule filter
  filterunits flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style font-variant
  font-weight for frame fx fy g1 g2 glyph-name glyphref gradienttransform gradientunits headers height hidden high
  href hreflang id image-rendering in in2 inert inputmode integrity intercept ismap k k1 k2 k3 k4 kernelmatrix
  kernelunitlength kerning keypoints keysplines keytimes kind label lang largeop length lengthadjust letter-spacing
  lighting-color linethickness list loading local loop low lquote lspace marker-end marker-mid marker-start
  markerheight markerunits markerwidth mask mask-type maskcontentunits maskunits mathbackground mathcolor mathsize
  mathvariant max maxlength maxsize media method min minlength minsize mode movablelimits multiple muted name nonce
  noshade notation novalidate nowrap numalign numoctaves offset opacity open operator optimum order orient orientation
  origin overflow paint-order part path pathlength pattern patterncontentunits patterntransform patternunits
  placeholder playsinline points popover popovertarget popovertargetaction poster preload preservealpha
  preserveaspectratio primitiveunits pubdate r radiogroup radius readonly refx refy rel repeatcount repeatdur required
  restart result rev reversed role rotate rowalign rowlines rows rowspacing rowspan rquote rspace rx ry scale scope
  scriptlevel scriptminsize scriptsizemultiplier seed selected selection separator separators shape shape-rendering
  size sizes slope slot span specularconstant specularexponent spellcheck spreadmethod src srclang srcset start
  startoffset stddeviation step stitchtiles stop-color stop-opacity stretchy stroke stroke-dasharray stroke-dashoffset
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style subscriptshift summary
  supscriptshift surfacescale symmetric systemlanguage tabindex tablevalues targetx targety text-anchor
  text-decoration text-rendering textlength title transform transform-origin translate type u1 u2 unicode usemap
  valign value values version vert-adv-y vert-origin-x vert-origin-y viewbox visibility voffset width word-spacing
  wrap writing-mode x x1 x2 xchannelselector xlink:href xlink:title xml:id xml:space xmlns xmlns:xlink y y1 y2
  ychannelselector z zoomandpan
  v-pre v-slot:tabs v-slot:content target
`);

/** Attributes whose value may be anything, since no browser takes it for a URL. */
export const harmlessAttributes = words(
  `alt class for id label name pattern placeholder role summary title value style xmlns`,
);

/** Elements whose source may be a data URL. */
export const mediaElements = words(`audio video img source image track`);
