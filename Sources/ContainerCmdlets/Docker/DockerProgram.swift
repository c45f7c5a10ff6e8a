import CmdletKit
import Containers
import Interpreter
import LinuxSystem

/// The command `docker`, over the shell's container host. Its containers are those of Get-Container, of both runtime types.
struct DockerProgram: BuiltInProgram {
    static let declaration = ProgramDeclaration(
        "docker", synopsis: "Runs and manages containers in docker's words.",
        description:
            "The containers and images are those of Get-Container and Get-ContainerImage. --isolation=hyperv runs a container in "
            + "a utility VM of its own, process and default on this host's kernel. A container made by docker run runs as long as its "
            + "command does. 'docker COMMAND --help' explains a command.",
        usage: ["docker COMMAND [OPTIONS] [ARG...]"] + DockerVerb.all.map { "docker \($0.name) \($0.usage)" },
        examples: [
            Example("docker run -it --rm NanoServer sh", "A shell in a new container.", runs: .never),
            Example(
                "docker run --isolation=hyperv --rm NanoServer uname -r", "The kernel of a container's own utility VM.",
                runs: .never),
            Example(
                "docker create --name WEB NanoServer | Out-Null; docker ps -a --format '{{.Names}} {{.Status}}'",
                "A container, and the list of all containers by a template.", output: "WEB Created", runs: .simulatedHost),
            Example(
                """
                docker create --name WEB --isolation=hyperv NanoServer | Out-Null
                (Get-Container WEB).RuntimeType
                """,
                "The same containers, seen by the cmdlets.", output: "HyperV", runs: .simulatedHost),
            Example(
                "docker ps -aq | ForEach-Object { docker rm -f $_ }", "Removes all containers.", output: "", runs: .simulatedHost),
        ])

    private let host: (any ContainerHost)?
    private let environment: EnvironmentVariables

    init(_ services: any ServiceProvider) {
        host = services.service(ContainerService.self)?.host
        environment = services.service(Engine.self)?.environment ?? EnvironmentVariables([])
    }

    func run(_ arguments: [String], _ context: ProgramContext) -> Int32 {
        guard let host else { return 1 }
        let session = DockerSession(host: host, context: context, environment: environment)
        let words = arguments[...]
        switch words.first {
        case nil, "help", "--help", "-h":
            if let name = words.dropFirst().first, let found = DockerVerb.find([name]) {
                session.print(found.verb.help)
            } else {
                session.print(DockerVerb.overview)
            }
            return 0
        case "--version", "-v": return DockerVerb.printVersionLine(session)
        default: break
        }
        guard let (verb, count) = DockerVerb.find(words) else {
            let name = words.first ?? ""
            if name.hasPrefix("-") {
                session.complain("unknown flag: \(name)\nSee 'docker --help'.")
                return DockerError.usage
            }
            let isGroup = DockerVerb.groups.contains(name)
            let shown = words.prefix(isGroup ? 2 : 1).joined(separator: " ")
            let isMissing = isGroup || DockerVerb.missing.contains(name)
            let why = isMissing ? "is not available in this shell's docker yet." : "is not a docker command."
            session.complain("docker: '\(shown)' \(why)\nSee 'docker --help'")
            return 1
        }
        return run(verb, Array(words.dropFirst(count)), session)
    }

    private func run(_ verb: DockerVerb, _ words: [String], _ session: DockerSession) -> Int32 {
        do {
            let arguments = try DockerArguments(words, verb.options, stopsAtOperand: verb.takesCommand)
            if arguments.isOn("help") {
                session.print(verb.help)
                return 0
            }
            guard verb.count.contains(arguments.operands.count) else {
                session.complain(Self.wrongCount(verb))
                return 1
            }
            return try verb.perform(session, arguments)
        } catch {
            if error.code == DockerError.usage, !error.message.hasPrefix("docker: "), !error.message.isEmpty {
                session.complain("\(error.message)\nSee 'docker \(verb.name) --help'.")
            } else if !error.message.isEmpty {
                session.complain(error.message)
            }
            return error.code
        }
    }

    private static func wrongCount(_ verb: DockerVerb) -> String {
        let (least, most) = (verb.count.lowerBound, verb.count.upperBound)
        func arguments(_ count: Int) -> String { count == 1 ? "1 argument" : "\(count) arguments" }
        let wanted =
            most == 0
            ? "accepts no arguments"
            : least == most
                ? "requires exactly \(arguments(least))"
                : most == Int.max ? "requires at least \(arguments(least))" : "requires at most \(arguments(most))"
        return
            "\"docker \(verb.name)\" \(wanted).\nSee 'docker \(verb.name) --help'.\n\nUsage:  docker \(verb.name) \(verb.usage)\n\n"
            + verb.synopsis
    }

    func complete(_ word: String, after arguments: [String]) -> [ProgramCandidate] {
        DockerCompletion(host: host).candidates(word, arguments)
    }
}
