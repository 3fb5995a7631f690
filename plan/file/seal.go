// The checksum by which a plan file tells whether it is whole.

package file

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"maps"

	"arringa/model"
)

// sealName is the member at the end of a plan file that tells whether the rest is as it was
// written: the SHA-256 of all bytes before the comma that it follows.
const sealName = "checksum"

const sealBegin = ",\n  \"" + sealName + "\": \"sha256:"

// sealed puts the checksum at the end of a plan that was laid out.
func sealed(text []byte) []byte {
	rest := bytes.TrimSuffix(text, []byte("\n}\n"))
	return append(rest, seal(rest)...)
}

// seal is how a plan ends that begins with text.
func seal(text []byte) []byte {
	sum := sha256.Sum256(text)
	end := append([]byte(sealBegin), hex.EncodeToString(sum[:])...)
	return append(end, "\"\n}\n"...)
}

// asWritten says whether the bytes are those that the program wrote.
func asWritten(data []byte) bool {
	i := bytes.LastIndex(data, []byte(sealBegin))
	return i >= 0 && bytes.Equal(data[i:], seal(data[:i]))
}

// unsealed takes the checksum out of what is kept of unknown members, and says whether there
// was one. Plans of earlier versions and those written by hand have none.
func unsealed(p *model.Plan) bool {
	if _, ok := p.Extra[sealName]; !ok {
		return false
	}
	p.Extra = maps.Clone(p.Extra)
	if delete(p.Extra, sealName); len(p.Extra) == 0 {
		p.Extra = nil
	}
	return true
}
