package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// reaches are the names by which a package of the network is used to reach somebody; what
// remains are addresses as values, and the kind of a picture by its first bytes.
var reaches = regexp.MustCompile(
	`^(Dial|Listen|Lookup|Resolve|Interface|File|Default|Client|Server|Transport|Get|Post|Head|Do|New|Serve|Handle)`)

// The program cannot reach a network: none of its packages uses what could, nor does any of
// the libraries that are built into it.
func TestNobodyReachesTheNetwork(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f",
		`{{if not .Standard}}{{.ImportPath}}|{{.Dir}}|{{join .GoFiles " "}}|{{join .Imports " "}}{{end}}`, ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	looked := 0
	for line := range strings.Lines(string(out)) {
		p := strings.Split(strings.TrimSpace(line), "|")
		if len(p) != 4 {
			continue
		}
		looked++
		for _, name := range strings.Fields(p[3]) {
			switch {
			case !network(name):
			case strings.HasPrefix(p[0], "arringa"):
				t.Errorf("%s imports %s", p[0], name)
			default:
				for _, file := range strings.Fields(p[2]) {
					for _, used := range usedOf(t, filepath.Join(p[1], file), name) {
						if reaches.MatchString(used) {
							t.Errorf("%s, %s: uses %s of %s", p[0], file, used, name)
						}
					}
				}
			}
		}
	}
	if looked < 20 {
		t.Errorf("only %d packages were looked at", looked)
	}
}

// network says whether a package could reach a network.
func network(name string) bool {
	switch {
	case strings.HasPrefix(name, "net/"):
		return name != "net/url" && name != "net/netip"
	case strings.HasPrefix(name, "golang.org/x/net/"):
		return !strings.HasPrefix(name, "golang.org/x/net/html")
	}
	return name == "net" || name == "crypto/tls"
}

// usedOf are the names that a file uses of a package that it imports.
func usedOf(t *testing.T, path, name string) []string {
	t.Helper()
	source, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	local := ""
	for _, i := range source.Imports {
		if i.Path.Value == `"`+name+`"` {
			if local = filepath.Base(name); i.Name != nil {
				local = i.Name.Name
			}
		}
	}
	var used []string
	ast.Inspect(source, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == local && local != "" {
				used = append(used, s.Sel.Name)
			}
		}
		return true
	})
	slices.Sort(used)
	return slices.Compact(used)
}
