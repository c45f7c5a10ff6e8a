import Containers
import LinuxSystem

/// A container in the terms of docker's command line.
extension Container {
    /// The state that docker calls it: created, running, removing, exited or dead.
    var dockerState: String {
        switch state {
        case .off: ended == nil ? "created" : "exited"
        case .starting: "created"
        case .running: "running"
        case .stopping: "removing"
        case .damaged: "dead"
        }
    }

    /// The STATUS column of `docker ps`.
    var dockerStatus: String {
        switch state {
        case .off:
            ended.map { "Exited (\(exitCode ?? 0)) \(DockerText.duration(wallSeconds() - $0)) ago" } ?? "Created"
        case .starting: "Created"
        case .running: "Up \(DockerText.duration(uptime))"
        case .stopping: "Up \(DockerText.duration(uptime)) (stopping)"
        case .damaged: "Dead"
        }
    }

    /// The value of --isolation that makes such a container.
    var dockerIsolation: String { runtimeType == .hyperV ? "hyperv" : "process" }

    /// The command. A container without a main process (New-Container makes those) runs only its init, which shows as csrss.
    var dockerCommand: [String] { mainProcess == nil ? ["csrss"] : command }

    /// The document of `docker inspect`.
    var dockerDocument: DockerJSON {
        let address = addresses.first ?? ""
        return .object([
            ("Id", .string(id.text)), ("Created", .string(DockerText.time(created))), ("Path", .string(dockerCommand.first ?? "")),
            ("Args", .strings(Array(dockerCommand.dropFirst()))),
            (
                "State",
                .object([
                    ("Status", .string(dockerState)), ("Running", .bool(state == .running)), ("Paused", false),
                    ("Restarting", false), ("Dead", .bool(state == .damaged)), ("ExitCode", .number(Int64(exitCode ?? 0))),
                    ("Error", .string(reason ?? "")),
                    ("StartedAt", .string(DockerText.time(state == .running ? wallSeconds() - uptime : 0))),
                    ("FinishedAt", .string(DockerText.time(ended ?? 0))),
                ])
            ),
            ("Image", .string("sha256:" + parentImageID)), ("Name", .string("/" + name)),
            (
                "HostConfig",
                .object([
                    ("Isolation", .string(dockerIsolation)), ("NetworkMode", .string(switchName ?? "none")),
                    ("AutoRemove", .bool(mainProcess?.removesContainer ?? false)),
                    ("Memory", .number(Int64(clamping: memory ?? 0))), ("Accelerator", accelerator.map { .string($0) } ?? .null),
                ])
            ),
            (
                "Config",
                .object([
                    ("Hostname", .string(computerName)), ("Tty", .bool(mainProcess?.terminal ?? false)),
                    ("OpenStdin", .bool(mainProcess?.keepsInputOpen ?? false)), ("Cmd", .strings(dockerCommand)),
                    ("Image", .string(parentImageName)), ("WorkingDir", .string(mainProcess?.workingDirectory ?? "")),
                ])
            ),
            (
                "NetworkSettings",
                .object([
                    ("IPAddress", .string(address)),
                    (
                        "Networks",
                        .object(switchName.map { [($0, DockerJSON.object([("IPAddress", .string(address))]))] } ?? [])
                    ),
                ])
            ),
        ])
    }
}

extension ContainerImage {
    /// The document of `docker inspect`.
    var dockerDocument: DockerJSON {
        .object([
            ("Id", .string("sha256:" + id)), ("RepoTags", .strings(["\(name):\(version)", "\(name):latest"])),
            ("Parent", .string(parentID.map { "sha256:" + $0 } ?? "")), ("Created", .string(DockerText.time(created))),
            ("Author", .string(publisher)), ("Size", .number(Int64(clamping: size))),
        ])
    }
}
