#!/usr/bin/env python3
"""Lists public and package declarations without a docstring, and throwing ones whose docstring does not say what they throw.

    undocumented.py [--report] [--cases] [--most N] [--root DIR] [FOLDER...]

FOLDER is a target's folder (default: each folder below Sources). Without --report each finding is one line, FILE:LINE: what: name.
With --report there is one line a target, with the counts. The exit code is 1 when there are more findings than --most allows (default: 0),
and 0 otherwise; with --most the findings are listed only then.

A declaration counts when it says public, open or package, when it stands in an extension that does, or when it is a requirement of a
protocol that does. A member that meets a requirement of one of the project's protocols inherits that protocol's docstring, and so does an
override and a member that meets one of the standard library's (INHERITED); these need none of their own. Enum cases count only
with --cases: many are their own explanation.

The reading is lexical: comments and strings are told apart exactly, declarations by their keywords.
"""
import argparse
import os
import re
import sys

# Requirements of the standard library's protocols, with the protocols that a type has to name to inherit their docstrings.
COLLECTIONS = {"Collection", "BidirectionalCollection", "RandomAccessCollection", "MutableCollection", "RangeReplaceableCollection"}
INHERITED = {
    "description": {"CustomStringConvertible", "LosslessStringConvertible"},
    "debugDescription": {"CustomDebugStringConvertible"},
    "==(_:_:)": {"Equatable", "Hashable", "Comparable", "Error"}, "<(_:_:)": {"Comparable"},
    "hash(into:)": {"Hashable"}, "hashValue": {"Hashable"},
    "init(from:)": {"Decodable", "Codable"}, "encode(to:)": {"Encodable", "Codable"},
    "next()": {"IteratorProtocol"}, "makeIterator()": {"Sequence"} | COLLECTIONS, "underestimatedCount": {"Sequence"} | COLLECTIONS,
    "rawValue": {"RawRepresentable", "OptionSet"}, "init(rawValue:)": {"RawRepresentable", "OptionSet"},
    "allCases": {"CaseIterable"}, "customMirror": {"CustomReflectable"},
    "init(stringLiteral:)": {"ExpressibleByStringLiteral", "ExpressibleByStringInterpolation"},
    "init(booleanLiteral:)": {"ExpressibleByBooleanLiteral"}, "init(arrayLiteral:)": {"ExpressibleByArrayLiteral"},
    "init(dictionaryLiteral:)": {"ExpressibleByDictionaryLiteral"}, "init(integerLiteral:)": {"ExpressibleByIntegerLiteral"},
} | {
    name: COLLECTIONS for name in (
        "startIndex", "endIndex", "subscript(position:)", "subscript(_:)", "index(after:)", "index(before:)", "count", "isEmpty")
}

KINDS = "func|var|let|init|subscript|struct|class|enum|protocol|actor|typealias|extension|case|associatedtype|macro"
DECLARATION = re.compile(
    r"^\s*(?P<attributes>(?:@\w+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?\s+)*)"
    r"(?P<modifiers>(?:(?:public|package|open|internal|fileprivate|private|static|class|final|override|mutating|nonmutating|lazy|weak|"
    r"unowned|indirect|convenience|required|nonisolated|isolated|dynamic|optional|prefix|postfix|infix|borrowing|consuming|sending)"
    r"(?:\([\w.]+\))?\s+)*)"
    rf"(?P<kind>{KINDS})\b(?P<rest>.*)$")
TYPES = {"struct", "class", "enum", "protocol", "actor", "extension"}
OPEN = {"public", "package", "open"}


def blank(text):
    """The text with comments and the inside of strings as spaces, and the lines that hold a docstring."""
    out, docs = [], set()
    i, n, line = 0, len(text), 0

    def put(piece):
        out.append("".join(c if c == "\n" else " " for c in piece))

    while i < n:
        c = text[i]
        if text.startswith("//", i):
            end = text.find("\n", i)
            end = n if end < 0 else end
            if text.startswith("///", i) and not text.startswith("////", i):
                docs.add(text.count("\n", 0, i))
            put(text[i:end])
            i = end
        elif text.startswith("/*", i):
            depth, j = 1, i + 2
            while j < n and depth:
                if text.startswith("/*", j):
                    depth, j = depth + 1, j + 2
                elif text.startswith("*/", j):
                    depth, j = depth - 1, j + 2
                else:
                    j += 1
            if text.startswith("/**", i):
                first = text.count("\n", 0, i)
                docs.update(range(first, first + text.count("\n", i, j) + 1))
            put(text[i:j])
            i = j
        elif c == '"' or (c == "#" and re.match(r'#+"', text[i:i + 8])):
            end = string_end(text, i)
            out.append('"')
            put(text[i + 1:end - 1])
            out.append('"')
            i = end
        else:
            out.append(c)
            i += 1
    return "".join(out), docs


def string_end(text, i):
    """The offset behind the string literal that starts at i."""
    hashes = 0
    while text[i] == "#":
        hashes, i = hashes + 1, i + 1
    quote = '"""' if text.startswith('"""', i) else '"'
    i += len(quote)
    close, escape = quote + "#" * hashes, "\\" + "#" * hashes
    n = len(text)
    while i < n:
        if text.startswith(escape + "(", i):
            depth, i = 1, i + len(escape) + 1
            while i < n and depth:
                if text[i] == '"' or re.match(r'#+"', text[i:i + 8]):
                    i = string_end(text, i)
                    continue
                depth += {"(": 1, ")": -1}.get(text[i], 0)
                i += 1
        elif text.startswith(escape, i):
            i += len(escape) + 1
        elif text.startswith(close, i):
            return i + len(close)
        elif quote == '"' and text[i] == "\n":
            return i
        else:
            i += 1
    return n


class Declaration:
    def __init__(self, file, line, kind, name, modifiers, owner, access, signature, documented, doc, inherits):
        self.file, self.line, self.kind, self.name, self.modifiers = file, line, kind, name, modifiers
        self.owner, self.access, self.signature, self.documented, self.doc = owner, access, signature, documented, doc
        self.inherits = inherits


class Scope:
    def __init__(self, kind, name=None, access=None, inherits=()):
        self.kind, self.name, self.access, self.inherits = kind, name, access, inherits


def signature_of(lines, row, column):
    """From the keyword to the body or the declaration's last line, in which brackets balance."""
    depth, text = 0, []
    for r in range(row, min(row + 40, len(lines))):
        piece = lines[r][column:] if r == row else lines[r]
        for k, c in enumerate(piece):
            if c in "([":
                depth += 1
            elif c in ")]":
                depth -= 1
            elif c == "{" and depth == 0:
                return "".join(text)
            elif c == "}" and depth == 0:
                return "".join(text)
            text.append(c)
        following = lines[r + 1].strip() if r + 1 < len(lines) else ""
        if depth <= 0 and not re.match(r"(->|throws|async|where|rethrows|\{|=|:|&)", following) \
                and not re.search(r"(->|=|,|:|\bwhere|&)\s*$", piece):
            return "".join(text)
        text.append(" ")
    return "".join(text)


def labels(signature):
    """The argument labels of the first parenthesized list, as name(a:b:) writes them."""
    start = signature.find("(")
    if start < 0:
        return ""
    depth, parts, current = 0, [], ""
    for c in signature[start:]:
        if c in "([{<":
            depth += 1
            if depth == 1:
                continue
        elif c in ")]}" or (c == ">" and not current.endswith("-")):
            depth -= 1
            if depth == 0:
                break
        if c == "," and depth == 1:
            parts.append(current)
            current = ""
        else:
            current += c
    if current.strip():
        parts.append(current)
    found = []
    for part in parts:
        words = re.sub(r"@\w+(\([^)]*\))?", "", part).split(":")[0].split()
        found.append(words[0] if words else "_")
    return "".join(f"{word}:" for word in found)


def inherited_types(signature):
    """The names behind the colon of a type's or an extension's header."""
    header = re.sub(r"<[^<>]*(<[^<>]*>[^<>]*)*>", "", signature).split(" where ")[0]
    if ":" not in header:
        return []
    names = re.split(r"[,&]", header.split(":", 1)[1])
    return [re.sub(r"@\w+\s*", "", name).replace("any ", "").strip().split(".")[-1] for name in names]


def declarations(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    code, docs = blank(text)
    lines, original = code.split("\n"), text.split("\n")
    found, stack, pending = [], [Scope("file")], None
    for row, line in enumerate(lines):
        scope = stack[-1]
        match = DECLARATION.match(line) if scope.kind in {"file"} | TYPES else None
        if match and not (match["kind"] == "class" and re.match(r"\s+(func|var|let|subscript)\b", match["rest"])):
            kind = match["kind"]
            modifiers = match["modifiers"].split()
            signature = signature_of(lines, row, match.start("rest"))
            if kind in {"init", "subscript"}:
                name = f"{kind}({labels(signature)})"
            elif kind == "func":
                word = re.match(r"\s*(\w+|`\w+`|[^\s\w(]+)", signature)
                name = f"{word[1] if word else '?'}({labels(signature[word.end():] if word else signature)})"
            else:
                word = re.match(r"\s*`?([\w.]+)", signature)
                name = word[1] if word else "?"
            access = next((m for m in modifiers if m in OPEN), None)
            closed = any(m in {"private", "fileprivate", "internal"} for m in modifiers)
            if not access and not closed and scope.kind in {"extension", "protocol", "enum"}:
                if scope.kind != "enum" or kind == "case":
                    access = scope.access
            above = row - 1
            while above >= 0 and re.match(r"^\s*(@\w+(\(.*\))?\s*)+$|^\s*#(if|else|endif|elseif)\b.*$", lines[above]):
                above -= 1
            doc, r = [], above
            while r >= 0 and r in docs and not lines[r].strip():
                doc.insert(0, original[r])
                r -= 1
            if kind != "extension":
                found.append(Declaration(
                    path, row + 1, kind, name, modifiers, scope, access, signature, bool(doc), "\n".join(doc), ()))
            if kind in TYPES:
                pending = Scope(kind, name.split(".")[-1], access, inherited_types(signature))
                if kind == "extension":
                    found.append(Declaration(path, row + 1, kind, name, modifiers, scope, None, signature, True, "", pending.inherits))
                else:
                    found[-1].inherits = pending.inherits
            else:
                pending = Scope("body")
        for c in line:
            if c == "{":
                stack.append(pending or Scope("body"))
                pending = Scope("body") if stack[-1].kind == "body" else None
            elif c == "}" and len(stack) > 1:
                stack.pop()
                pending = None
    return found


def throws(declaration):
    signature = declaration.signature
    if declaration.kind in {"func", "init", "subscript"}:
        start, depth, outside = signature.find("("), 0, ""
        for c in signature[start:]:
            if c in "([":
                depth += 1
            elif c in ")]":
                depth -= 1
            elif depth == 0:
                outside += c
        return bool(re.search(r"\b(re)?throws\b", outside.split("->")[0]))
    return False


def getter_throws(declaration, lines):
    if declaration.kind != "var":
        return False
    return bool(re.search(r"\bget\s+(async\s+)?throws\b", " ".join(lines[declaration.line - 1:declaration.line + 1])))


def swift_files(folder):
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            if file.endswith(".swift"):
                yield os.path.join(parent, file)


def main():
    parser = argparse.ArgumentParser(description="Lists public and package declarations without a docstring.")
    parser.add_argument("--report", action="store_true", help="counts for each target instead of the findings")
    parser.add_argument("--cases", action="store_true", help="enum cases as well")
    parser.add_argument("--most", type=int, default=0, metavar="N", help="as many findings are no failure")
    parser.add_argument("--root", default=".", help="the package's folder")
    parser.add_argument("folders", nargs="*")
    options = parser.parse_args()
    os.chdir(options.root)
    folders = options.folders or sorted(
        os.path.join("Sources", name) for name in os.listdir("Sources") if os.path.isdir(os.path.join("Sources", name)))

    everything, requirements, parents, conformances = {}, {}, {}, {}
    known = set(folders) | {"Sources", "Tests"}
    for folder in sorted(known):
        for path in swift_files(folder) if os.path.isdir(folder) else []:
            if path not in everything:
                everything[path] = declarations(path)
    for found in everything.values():
        for one in found:
            if one.owner.kind == "protocol":
                requirements.setdefault(one.owner.name, set()).add(one.name)
            if one.kind == "protocol":
                parents.setdefault(one.name, set()).update(one.inherits)
            elif one.kind in TYPES:
                conformances.setdefault(one.name.split(".")[-1], set()).update(one.inherits)

    def required(names, seen=()):
        met = set()
        for name in names:
            if name in seen:
                continue
            met |= requirements.get(name, set())
            met |= required(parents.get(name, set()) | conformances.get(name, set()), (*seen, name))
        return met

    findings, total = [], [0, 0, 0, 0]
    if options.report:
        print(f"{'target':<24}{'declared':>10}{'no docstring':>14}{'throwing':>10}{'no Throws':>11}")
    for folder in folders:
        counts = [0, 0, 0, 0]
        for path in swift_files(folder):
            with open(path, encoding="utf-8") as file:
                lines = file.read().split("\n")
            for one in everything[path]:
                if one.access not in OPEN or one.kind == "extension" or (one.kind == "case" and not options.cases):
                    continue
                owner = one.owner.name
                inherits = conformances.get(owner, set()) | parents.get(owner, set()) if owner else set()
                if owner in requirements:  # a default implementation
                    inherits = inherits | {owner}
                own = "override" in one.modifiers or (
                    one.owner.kind != "protocol" and one.name in required(inherits))
                if one.name in INHERITED and inherits & INHERITED[one.name]:
                    own = True
                counts[0] += 1
                if not one.documented and not own:
                    counts[1] += 1
                    findings.append(f"{path}:{one.line}: no docstring: {one.kind} {(owner + '.') if owner else ''}{one.name}")
                if throws(one) or getter_throws(one, lines):
                    counts[2] += 1
                    said = re.search(r"\b[Tt]hrows?\b", one.doc)
                    if not said and not (own and not one.documented):
                        counts[3] += 1
                        findings.append(f"{path}:{one.line}: no Throws: {one.kind} {(owner + '.') if owner else ''}{one.name}")
        total = [a + b for a, b in zip(total, counts)]
        if options.report:
            print(f"{os.path.basename(folder):<24}{counts[0]:>10}{counts[1]:>14}{counts[2]:>10}{counts[3]:>11}")
    if options.report:
        print(f"{'all':<24}{total[0]:>10}{total[1]:>14}{total[2]:>10}{total[3]:>11}")
    failed = len(findings) > options.most
    if not options.report and (failed or not options.most):
        print("\n".join(findings), end="\n" if findings else "")
    if failed and options.most:
        print(f"{len(findings)} findings, {options.most} are allowed: document what is new.", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
