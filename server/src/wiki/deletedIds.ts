const deletedIds: ReadonlySet<string> = new Set(
  `
  ATTRIBUTE_NODE CDATA_SECTION_NODE COMMENT_NODE DOCUMENT_FRAGMENT_NODE DOCUMENT_NODE DOCUMENT_POSITION_CONTAINED_BY
  DOCUMENT_POSITION_CONTAINS DOCUMENT_POSITION_DISCONNECTED DOCUMENT_POSITION_FOLLOWING
  DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC DOCUMENT_POSITION_PRECEDING DOCUMENT_TYPE_NODE ELEMENT_NODE ENTITY_NODE
  ENTITY_REFERENCE_NODE NOTATION_NODE PROCESSING_INSTRUCTION_NODE TEXT_NODE URL __defineGetter__ __defineSetter__
  __lookupGetter__ __lookupSetter__ __proto__ acceptCharset accessKey action activeElement addEventListener
  adoptNode after anchors append appendChild applets assignedSlot attachShadow attributes baseURI before blur body
  captureEvents characterSet charset checkValidity childElementCount childNodes children classList className clear
  click clientHeight clientLeft clientTop clientWidth cloneNode close closest compareDocumentPosition compatMode
  constructor contains contentType cookie createAttribute createAttributeNS createCDATASection createComment
  createDocumentFragment createElement createElementNS createEvent createExpression createNSResolver
  createNodeIterator createProcessingInstruction createRange createTextNode createTreeWalker currentScript dataset
  defaultView dir dispatchEvent doctype documentElement documentURI draggable elements embeds enctype evaluate
  firstChild firstElementChild focus forms getAttribute getAttributeNS getAttributeNames getAttributeNode
  getAttributeNodeNS getBoundingClientRect getClientRects getElementById getElementsByClassName getElementsByName
  getElementsByTagName getElementsByTagNameNS getRootNode getSelection hasAttribute hasAttributeNS hasAttributes
  hasChildNodes hasFocus hasOwnProperty head hidden id images implementation importNode innerHTML inputEncoding
  insertAdjacentElement insertAdjacentHTML insertAdjacentText insertBefore isConnected isDefaultNamespace
  isEqualNode isPrototypeOf isSameNode lang lastChild lastElementChild lastModified length links localName location
  lookupNamespaceURI lookupPrefix matches method name namespaceURI nextElementSibling nextSibling noValidate
  nodeName nodeType nodeValue nonce normalize offsetHeight offsetLeft offsetParent offsetTop offsetWidth onabort
  onauxclick onblur oncancel oncanplay oncanplaythrough onchange onclick onclose oncontextmenu oncuechange
  ondblclick ondrag ondragend ondragenter ondragexit ondragleave ondragover ondragstart ondrop ondurationchange
  onemptied onended onerror onfocus oninput oninvalid onkeydown onkeypress onkeyup onload onloadeddata
  onloadedmetadata onloadend onloadstart onmousedown onmouseenter onmouseleave onmousemove onmouseout onmouseover
  onmouseup onpause onplay onplaying onprogress onratechange onreadystatechange onreset onresize onscroll
  onsecuritypolicyviolation onseeked onseeking onselect onstalled onsubmit onsuspend ontimeupdate ontoggle
  onvisibilitychange onvolumechange onwaiting onwheel open outerHTML ownerDocument parentElement parentNode plugins
  prefix prepend previousElementSibling previousSibling propertyIsEnumerable querySelector querySelectorAll
  readyState referrer releaseEvents remove removeAttribute removeAttributeNS removeAttributeNode removeChild
  removeEventListener replaceChild replaceWith reportValidity requestSubmit reset scripts scrollHeight scrollLeft
  scrollTop scrollWidth setAttribute setAttributeNS setAttributeNode setAttributeNodeNS shadowRoot slot style
  styleSheets submit tabIndex tagName target textContent title toLocaleString toString toggleAttribute translate
  valueOf visibilityState webkitMatchesSelector write writeln
  `
    .trim()
    .split(/\s+/),
);

/**
 * Whether Wiki.js's sanitiser deletes an element's id or name of this value: DOMPurify guards against values that are
 * properties of `document` or of a form element, here those of jsdom 16.4.0. Case-sensitive. Rules reference (e).
 */
export function isDeletedId(id: string): boolean {
  return deletedIds.has(id);
}
