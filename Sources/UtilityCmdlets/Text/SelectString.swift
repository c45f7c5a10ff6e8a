import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Select-String: searches lines with `LineSearch` and writes `MatchInfo` objects.
struct SelectString: Cmdlet {
    private var inputObject: Value = .nothing
    private var pattern: [String] = []
    private var path: [String] = []
    private var literalPath: [String] = []
    private var culture: String?
    private var raw: Switch = false
    private var simpleMatch: Switch = false
    private var caseSensitive: Switch = false
    private var quiet: Switch = false
    private var list: Switch = false
    private var noEmphasis: Switch = false
    private var include: [String] = []
    private var exclude: [String] = []
    private var notMatch: Switch = false
    private var allMatches: Switch = false
    private var encoding: TextEncoding?
    private var context: [Int] = []
    private var search: LineSearch?
    /// The tracker of text from the pipeline, which counts as one stream: line numbers and context go on from one object to the
    /// next.
    private var piped: ContextTracker?
    private var isDone = false

    private static let files = ["File", "FileRaw"]
    private static let literals = ["LiteralFile", "LiteralFileRaw"]
    private static let objects = ["Object", "ObjectRaw"]

    static let declaration = CmdletDeclaration<Self>(
        "Select-String", aliases: ["sls"], synopsis: "Finds the lines of files and texts that match a pattern.",
        description: """
            Writes a MatchInfo for each line that matches one of the patterns: its Line, LineNumber, Path and \
            Filename, and in Matches what was found. Patterns are regular expressions, compared without regard to \
            case. Piped texts are one stream of lines; piped files are read. With -Raw the lines are written as texts, \
            with -Quiet only True or False. On a terminal what was found is shown in inverse colours.
            """, defaultSet: "File",
        parameters: [
            Parameter(
                \.culture,
                help: "The name of a culture, taken for compatibility: texts are always compared as the invariant culture does."),
            Parameter(
                \.inputObject, mandatory: true, pipeline: .byValue, sets: objects,
                validate: [.allowNull, .allowEmptyString],
                help: "The texts to search, or files as Get-ChildItem writes them; usually piped in."),
            Parameter(
                \.pattern, position: 0, mandatory: true,
                help: "The regular expressions to look for, or plain texts with -SimpleMatch; a line has to match one of them."),
            Parameter(
                \.path, position: 1, mandatory: true, pipeline: .byPropertyName, sets: files, completer: .paths,
                help: "The files to search; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName, sets: literals,
                completer: .paths, help: "The files to search, their names taken as they are, without wildcards."),
            Parameter(
                \.raw, mandatory: true, sets: ["ObjectRaw", "FileRaw", "LiteralFileRaw"],
                help: "Writes the lines as texts instead of MatchInfo objects."),
            Parameter(
                \.simpleMatch,
                help: "Takes the patterns as plain texts, in which no character has a meaning of its own."),
            Parameter(\.caseSensitive, help: "Tells upper from lower case."),
            Parameter(
                \.quiet, sets: ["Object", "File", "LiteralFile"],
                help: "Writes True at the first match and stops, or False at the end."),
            Parameter(\.list, help: "Writes the first match of each file only."),
            Parameter(\.noEmphasis, help: "Does not show what was found in inverse colours."),
            Parameter(
                \.include, validate: [.notNullOrEmpty],
                help: "Searches only files whose names match one of these wildcards."),
            Parameter(
                \.exclude, validate: [.notNullOrEmpty],
                help: "Leaves out files whose names match one of these wildcards."),
            Parameter(\.notMatch, help: "Finds the lines that match none of the patterns."),
            Parameter(\.allMatches, help: "Finds all matches of a line, not the first only."),
            Parameter(
                \.encoding, default: "utf8NoBOM",
                help:
                    """
                    How the files' bytes become text: utf8NoBOM (the default), ascii, latin1, unicode, utf32, a code \
                    page's name or number.
                    """
            ),
            Parameter(
                \.context, validate: [.count(min: 1, max: 2), .range(min: 0, max: 2_147_483_647)],
                help: "How many lines to show around a match: one number for both sides, or two for before and after."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.MatchInfo", "System.Boolean", "System.String"],
        examples: [
            Example(
                "('one', 'two' | Select-String -Pattern 'o$').Line",
                "Finds the texts that end in o.",
                output: "two"),
            Example(
                "('a1b22' | Select-String '\\d+' -AllMatches).Matches.Value",
                "Finds all numbers of a line.",
                output: "1\n22"),
            Example(
                "$f = New-TemporaryFile; Set-Content $f 'a = 1', 'b.c = 2'; (Select-String -SimpleMatch 'b.c' -Path $f).LineNumber; Remove-Item $f",
                "Finds a line of a file by a plain text.",
                output: "2"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        try encoding?.warn(runtime)
        search = try LineSearch(
            pattern, simple: simpleMatch.isOn, ignoresCase: !caseSensitive.isOn, findsAll: allMatches.isOn,
            try runtime.frame.engine.regexes)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard !isDone else { return }
        let engine = try runtime.service(Engine.self)
        if runtime.isBound(\Self.path) || runtime.isBound(\Self.literalPath) {
            let isLiteral = runtime.isBound(\Self.literalPath)
            let resolver = PathResolver(engine: engine, filter: NameFilter(include: include, exclude: exclude), showsHidden: true)
            var ended = false
            try runtime.forEach(isLiteral ? literalPath : path) { path in
                for file in try resolver.files(path, literal: isLiteral) where !ended {
                    if file.isFolder {
                        if Wildcard.isPattern(path) { continue }
                        throw ValueError(
                            "The file \(file.path) cannot be read: Access to the path '\(file.path)' is denied.",
                            id: "ProcessingFile",
                            exception: "System.ArgumentException", category: "InvalidArgument")
                    }
                    ended = try searchFile(file, engine, runtime)
                }
            }
            isDone = ended
            return
        }
        guard runtime.isBound(\Self.inputObject) else { return }
        if let file = inputObject.asObject(FileItem.self) {
            let names = NameFilter(include: include, exclude: exclude)
            if !file.isFolder, names.accepts(file.name) { isDone = try searchFile(file, engine, runtime) }
            return
        }
        var tracker = piped ?? makeTracker(nil, engine, runtime)
        isDone = try !tracker.add(inputObject.displayText)
        piped = tracker
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        try piped?.finish()
        if quiet.isOn, !isDone { try runtime.write(.bool(false)) }
    }

    /// Searches a file.
    /// - Returns: true if no further files are to be searched (-Quiet).
    private func searchFile(_ file: FileItem, _ engine: Engine, _ runtime: any CmdletRuntime) throws -> Bool {
        var tracker = makeTracker(file.path, engine, runtime)
        var goesOn = true
        try TextLines.each(file.hostPath, file.path, encoding) { line in
            try runtime.checkStop()
            goesOn = try tracker.add(line)
            return goesOn && !(list.isOn && tracker.hasMatch && tracker.isSettled)
        }
        try tracker.finish()
        return quiet.isOn && tracker.hasMatch
    }

    private func makeTracker(_ path: String?, _ engine: Engine, _ runtime: any CmdletRuntime) -> ContextTracker {
        ContextTracker(
            path: path, base: engine.fileSystem.location, before: context.first ?? 0, after: context.last ?? 0,
            hasContext: !context.isEmpty,
            stopsAtFirst: list.isOn, search: search, inverts: notMatch.isOn, ignoresCase: !caseSensitive.isOn,
            emphasizes: !noEmphasis.isOn,
            firstPattern: pattern.first ?? ""
        ) { info in
            if quiet.isOn {
                try runtime.write(.bool(true))
                return false
            }
            return try runtime.write(
                raw.isOn ? .string(info.context == nil ? info.line : info.text(relativeTo: "")) : .object(info)) == .more
        }
    }
}

/// Counts the lines of a stream, searches them, and gathers the lines around each match.
private struct ContextTracker {
    let path: String?
    let base: String
    let before: Int
    let after: Int
    let hasContext: Bool
    let stopsAtFirst: Bool
    let search: LineSearch?
    let inverts: Bool
    let ignoresCase: Bool
    let emphasizes: Bool
    let firstPattern: String
    /// Takes a match; returns false if no more are wanted.
    let write: (MatchInfo) throws -> Bool

    private var number = 0
    private var recent: [String] = []
    /// The number of lines since the last one that is shown with a match.
    private var sinceShown = 0
    private var open: [MatchInfo] = []
    private(set) var hasMatch = false
    var isSettled: Bool { open.isEmpty }

    init(
        path: String?, base: String, before: Int, after: Int, hasContext: Bool, stopsAtFirst: Bool, search: LineSearch?,
        inverts: Bool,
        ignoresCase: Bool, emphasizes: Bool, firstPattern: String, write: @escaping (MatchInfo) throws -> Bool
    ) {
        self.path = path
        self.base = base
        self.before = before
        self.after = after
        self.hasContext = hasContext
        self.stopsAtFirst = stopsAtFirst
        self.search = search
        self.inverts = inverts
        self.ignoresCase = ignoresCase
        self.emphasizes = emphasizes
        self.firstPattern = firstPattern
        self.write = write
    }

    /// Searches the next line.
    /// - Returns: false if no more matches are wanted.
    mutating func add(_ line: String) throws -> Bool {
        number += 1
        let found = stopsAtFirst && hasMatch ? nil : try search?.find(in: line)
        let isMatch = (found != nil) != inverts && !(stopsAtFirst && hasMatch)
        for info in open { info.context?.after.append(line) }
        if isMatch {
            hasMatch = true
            let info = MatchInfo(
                line: line, lineNumber: number, pattern: found?.pattern ?? firstPattern, ignoresCase: ignoresCase, path: path,
                base: base,
                emphasizes: emphasizes && !inverts, ranges: found?.ranges ?? [], matches: found?.matches ?? { [] })
            guard hasContext else {
                return try write(info)
            }
            info.context = MatchInfo.Context(
                before: Array(recent.suffix(before)), shownBefore: Array(recent.suffix(min(before, sinceShown))))
            open.append(info)
            sinceShown = 0
        } else if hasContext {
            // A line after several matches is shown with the latest of them only.
            if let latest = open.last, (latest.context?.shownAfter.count ?? 0) < after {
                latest.context?.shownAfter.append(line)
                sinceShown = 0
            } else {
                sinceShown += 1
            }
        }
        if hasContext {
            recent.append(line)
            if recent.count > before { recent.removeFirst() }
            return try settle(all: false)
        }
        return true
    }

    /// Writes the matches that have all their lines, or with `all` each that waits.
    private mutating func settle(all: Bool) throws -> Bool {
        while let first = open.first, all || (first.context?.after.count ?? 0) >= after {
            open.removeFirst()
            guard try write(first) else { return false }
        }
        return true
    }

    mutating func finish() throws { _ = try settle(all: true) }
}
