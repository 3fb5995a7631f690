package file

// EncodeAnything writes a plan that may have problems.
var EncodeAnything = encode
