import CmdletKit
import CmdletSupport
import Glibc
import Interpreter
import LinuxSystem
import Values

/// Start-Transcript: starts recording what is entered and shown in a file.
struct StartTranscript: Cmdlet {
    private var path: String?
    private var literalPath: String?
    private var outputDirectory: String?
    private var append: Switch = false
    private var force: Switch = false
    private var noClobber: Switch = false
    private var includeInvocationHeader: Switch = false
    private var useMinimalHeader: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Start-Transcript", synopsis: "Records what is entered and shown in a file.",
        description: """
            A transcript begins with a header, and gets each command that is entered and all that the shell shows \
            for it, output of programs included; programs write through the shell meanwhile, and not to the \
            terminal, so that editors do not work. Several transcripts may run: Stop-Transcript ends the newest, and \
            the end of the shell ends all. Without a path the file is the one that $Transcript names, or \
            PowerShell_transcript.<machine>.<random>.<time>.txt in the home folder. Writes a text that names the \
            file, which is also its property Path.
            """,
        defaultSet: "ByPath", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, sets: ["ByPath"], validate: [.notNullOrEmpty], completer: .paths, help: "The file."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], position: 0, sets: ["ByLiteralPath"],
                validate: [.notNullOrEmpty], completer: .paths, help: "The file; no character in its path is a wildcard."),
            Parameter(
                \.outputDirectory, position: 0, sets: ["ByOutputDirectory"], validate: [.notNullOrEmpty],
                completer: .paths, help: "The folder in which a file with a name of its own is made."),
            Parameter(\.append, help: "Adds to the end of a file that exists."),
            Parameter(\.force, help: "Writes a file without write permission as well."),
            Parameter(\.noClobber, aliases: ["NoOverwrite"], help: "A file that exists is an error."),
            Parameter(\.includeInvocationHeader, help: "Writes the time before each command."),
            Parameter(\.useMinimalHeader, help: "Writes a header with the time only."),
        ],
        outputs: ["System.String"],
        examples: [
            Example(
                """
                $null = Start-Transcript /tmp/start-transcript.txt -UseMinimalHeader
                Write-Host 'Recorded'
                $null = Stop-Transcript
                (Get-Content /tmp/start-transcript.txt)[4]
                Remove-Item /tmp/start-transcript.txt
                """,
                "Records a line, and reads it again.", output: "Recorded\nRecorded"),
            Example(
                """
                (Start-Transcript /tmp/start-transcript.log).Path
                $null = Stop-Transcript
                Remove-Item /tmp/start-transcript.log
                """,
                "The file that is written.", output: "/tmp/start-transcript.log"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let (written, isLiteral) = chosenPath(engine)
        let host: String
        do { host = try OutputPath.file(written, literal: isLiteral, engine) } catch { throw Self.cannotStart("\(error)") }
        let shown = engine.fileSystem.display(host)
        guard try runtime.shouldProcess(target: shown, action: "Start-Transcript") else { return }
        try prepare(host, shown)
        engine.host.flush()
        do {
            try engine.host.transcripts.start(
                host, facts: useMinimalHeader.isOn ? [] : Self.facts(engine), hasInvocationHeaders: includeInvocationHeader.isOn)
        } catch { throw Self.cannotStart(error.description) }
        try runtime.write(Self.message("started", shown))
    }

    private func chosenPath(_ engine: Engine) -> (path: String, isLiteral: Bool) {
        if let path { return (path, false) }
        if let literalPath { return (literalPath, true) }
        if outputDirectory == nil, let preferred = engine.global.value("Transcript"), !preferred.isNull {
            return (preferred.displayText, false)
        }
        let random = String(
            (0..<8).compactMap { _ in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".randomElement() })
        let time = DateFormat.format(.now(), "yyyyMMddHHmmss")
        let name = "PowerShell_transcript.\(HostFacts.hostName).\(random).\(time).txt"
        return ((outputDirectory ?? engine.fileSystem.home) + "/" + name, true)
    }

    /// Truncates an existing file unless -Append is given, and with -Force makes a read-only one writable.
    /// - Throws: `ValueError` if the path is a folder's, if -NoClobber forbids the file, if it is read-only, or if it cannot be
    ///   truncated.
    private func prepare(_ host: String, _ shown: String) throws {
        guard Files.exists(host) else { return }
        if Files.isDirectory(host) { throw Self.cannotStart("File path \(shown) resolves to a directory.") }
        if noClobber.isOn, !append.isOn {
            throw ValueError(
                "File \(shown) already exists and NoClobber was specified.", id: "NoClobber",
                exception: "System.UnauthorizedAccessException", category: "ResourceExists")
        }
        var status = stat()
        if stat(host, &status) == 0, status.st_mode & 0o222 == 0 {
            guard force.isOn, chmod(host, status.st_mode & 0o7777 | 0o200) == 0 else {
                throw ValueError(
                    "File \(shown) is read-only. Cannot write to this file. \"Start-Transcript -Force\" will clear the read-only attribute.",
                    id: "FileReadOnly", exception: "System.ArgumentException", category: "InvalidArgument")
            }
        }
        if !append.isOn, truncate(host, 0) != 0 {
            throw Self.cannotStart("\(shown) cannot be written: \(String(cString: strerror(errno))).")
        }
    }

    /// The lines of the transcript's header (about Start-Transcript: user, machine, host application, process and
    /// `$PSVersionTable`).
    private static func facts(_ engine: Engine) -> [String] {
        let machine = HostFacts.hostName
        let user = Accounts().user(getuid())?.name ?? String(getuid())
        let versions = engine.variable("PSVersionTable").asObject(HashtableObject.self)?.pairs ?? []
        return [
            "Username: \(machine)\\\(user)", "RunAs User: \(machine)\\\(user)", "Configuration Name: ",
            "Machine: \(machine) (\(versions.first { $0.key.displayText == "OS" }?.value.displayText ?? ""))",
            "Host Application: \(CommandLine.arguments.joined(separator: " "))", "Process ID: \(getpid())",
        ]
            + versions.map {
                "\($0.key.displayText): \(($0.value.enumerated ?? [$0.value]).map(\.displayText).joined(separator: ", "))"
            }
    }

    /// The output of Start-Transcript and Stop-Transcript: a string with the note property Path.
    static func message(_ what: String, _ path: String) -> Value {
        let message = StringObject("Transcript \(what), output file is \(path)")
        message.attached = AttachedMembers(notes: [("Path", .string(path))])
        return .string(message)
    }

    private static func cannotStart(_ reason: String) -> ValueError {
        ValueError(
            "Transcription cannot be started due to the error: \(reason)", id: "CannotStartTranscription",
            exception: "System.Management.Automation.PSInvalidOperationException", category: "InvalidOperation")
    }
}
