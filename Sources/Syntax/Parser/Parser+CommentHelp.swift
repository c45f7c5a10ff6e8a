import SourceText

/// Finds comment-based help in the places where about_Comment_Based_Help allows it.
extension Parser {
    /// The help of a function: at the beginning or end of its body, or in the comment right before it.
    func commentHelp(inFunction body: SourceSpan, startingAt start: Int) -> CommentHelp? {
        help(atStartOf: body) ?? help(atEndOf: body) ?? help(before: start)
    }

    /// The help of a script: at its beginning or end. A comment right before the first function belongs to that function.
    func commentHelp(inScript body: SourceSpan, firstStatement: Int) -> CommentHelp? {
        if let first = comments.first, Int(first.start) < firstStatement {
            let block = commentBlock(from: 0)
            let belongsToFunction =
                lineEnds(from: Int(comments[block.upperBound - 1].end), to: firstStatement) < 3
                && ["function", "filter", "class"].contains { startsWord($0, at: firstStatement) }
            if !belongsToFunction, let help = CommentHelp(lines: lines(of: block)) { return help }
        }
        return help(atEndOf: body)
    }

    private func startsWord(_ word: String, at offset: Int) -> Bool {
        offset + word.utf8.count <= end && lowercasedText(from: offset, to: offset + word.utf8.count) == word
    }

    private func help(atStartOf body: SourceSpan) -> CommentHelp? {
        let index = firstComment(from: Int(body.start))
        guard index < comments.count, comments[index].end <= body.end,
            isBlank(from: Int(body.start), to: Int(comments[index].start))
        else { return nil }
        return CommentHelp(lines: lines(of: commentBlock(from: index)))
    }

    private func help(atEndOf body: SourceSpan) -> CommentHelp? {
        let index = firstComment(from: Int(body.end)) - 1
        guard index >= 0, comments[index].start >= body.start else { return nil }
        // Only white space may stand between the comment and the end of the body.
        let stop = Int(body.end)
        guard isBlank(from: Int(comments[index].end), to: stop) else { return nil }
        return CommentHelp(lines: lines(of: commentBlock(endingAt: index)))
    }

    private func help(before start: Int) -> CommentHelp? {
        let index = firstComment(from: start) - 1
        guard index >= 0, isBlank(from: Int(comments[index].end), to: start),
            lineEnds(from: Int(comments[index].end), to: start) < 3
        else { return nil }
        return CommentHelp(lines: lines(of: commentBlock(endingAt: index)))
    }

    /// The index of the first comment that begins at or behind an offset.
    private func firstComment(from offset: Int) -> Int {
        var low = 0
        var high = comments.count
        while low < high {
            let middle = (low + high) / 2
            if Int(comments[middle].start) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isBlank(from start: Int, to stop: Int) -> Bool {
        guard start <= stop else { return false }
        var scan = start
        while scan < min(stop, end) {
            let length = max(spaceLength(at: scan), newlineLength(at: scan))
            if length == 0 { return false }
            scan += length
        }
        return true
    }

    private func lineEnds(from start: Int, to stop: Int) -> Int {
        start < stop ? bytes[start..<min(stop, end)].reduce(0) { $1 == Byte.lineFeed ? $0 + 1 : $0 } : 0
    }

    private func isBlockComment(_ index: Int) -> Bool { byte(at: Int(comments[index].start)) == Byte.less }

    /// The comments that form one block, from an index on: a `<# #>` alone, or line comments without a blank line between them.
    private func commentBlock(from index: Int) -> Range<Int> {
        var stop = index + 1
        guard !isBlockComment(index) else { return index..<stop }
        while stop < comments.count, !isBlockComment(stop), isAdjacent(stop - 1, stop) { stop += 1 }
        return index..<stop
    }

    private func commentBlock(endingAt index: Int) -> Range<Int> {
        var start = index
        guard !isBlockComment(index) else { return index..<index + 1 }
        while start > 0, !isBlockComment(start - 1), isAdjacent(start - 1, start) { start -= 1 }
        return start..<index + 1
    }

    private func isAdjacent(_ first: Int, _ second: Int) -> Bool {
        let from = Int(comments[first].end)
        let to = Int(comments[second].start)
        return to - from < 512 && isBlank(from: from, to: to) && lineEnds(from: from, to: to) < 2
    }

    /// The lines of comments without their comment signs.
    private func lines(of block: Range<Int>) -> [Substring] {
        var lines: [Substring] = []
        for index in block {
            let text = file.text(of: comments[index])
            if isBlockComment(index) {
                let inner = text.dropFirst(2).dropLast(text.hasSuffix("#>") ? 2 : 0)
                lines += inner.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            } else {
                lines.append(text.dropFirst())
            }
        }
        return lines
    }
}

extension CommentHelp {
    /// Reads the sections of a comment; nil if it has none and so is an ordinary comment.
    init?(lines: [Substring]) {
        var section: (keyword: String, argument: String)?
        var text: [Substring] = []
        for line in lines {
            if let next = Self.directive(in: line) {
                if let section { add(section, text) }
                section = next
                text = []
            } else {
                text.append(line)
            }
        }
        guard let section else { return nil }
        add(section, text)
    }

    private static let keywords: Set<String> = [
        "synopsis", "description", "parameter", "example", "inputs", "outputs", "notes", "link", "component", "role",
        "functionality", "forwardhelptargetname", "forwardhelpcategory", "remotehelprunspace", "externalhelp",
    ]

    /// The keyword and argument of a line that begins a section (`.KEYWORD argument`).
    private static func directive(in line: Substring) -> (keyword: String, argument: String)? {
        let trimmed = line.drop { $0.isWhitespace }
        guard trimmed.first == "." else { return nil }
        let words = trimmed.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard let keyword = words.first?.lowercased(), keywords.contains(keyword) else { return nil }
        return (keyword, words.count > 1 ? Self.trimmed(words[1]) : "")
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0.isWhitespace }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// The lines of a section, joined, without blank lines around them and without their common indent.
    private static func body(_ lines: [Substring]) -> String {
        var lines = lines[...]
        while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        let indents = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0.isWhitespace }.count }
        let indent = indents.min() ?? 0
        return lines.map { line in
            var line = line.dropFirst(min(indent, line.prefix { $0.isWhitespace }.count))
            while let last = line.last, last.isWhitespace { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    private mutating func add(_ section: (keyword: String, argument: String), _ lines: [Substring]) {
        let text = Self.body(lines)
        switch section.keyword {
        case "synopsis": synopsis = text
        case "description": description = text
        case "parameter": parameters.append(Parameter(name: section.argument, text: text))
        case "example": examples.append(text)
        case "inputs": inputs.append(text)
        case "outputs": outputs.append(text)
        case "notes": notes = text
        case "link": links.append(text.isEmpty ? section.argument : text)
        case "component": component = text
        case "role": role = text
        case "functionality": functionality = text
        case "forwardhelptargetname": forwardHelpTargetName = section.argument
        case "forwardhelpcategory": forwardHelpCategory = section.argument
        case "remotehelprunspace": remoteHelpRunspace = section.argument
        default: externalHelp = section.argument
        }
    }
}
