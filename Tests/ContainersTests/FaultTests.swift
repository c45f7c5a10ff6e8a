import Containers
import Glibc
import LinuxSystem
import Testing

/// Kills the process, or lets a step fail, at each failpoint of each operation. The next host must read a valid state, and a forced
/// removal must leave nothing behind.
@Suite(.serialized, .enabled(if: Fixture.canRun))
struct FaultTests {
    /// Runs the driver with a failpoint. The exit code is 137 if the failpoint killed it.
    private func drive(_ fixture: Fixture, _ words: [String], fail: String? = nil, log: String? = nil) throws -> ToolResult {
        var environment = Environment.pairs.filter { !$0.hasPrefix("BULKHEAD_FAIL") }
        if let fail { environment.append("BULKHEAD_FAIL=\(fail)") }
        if let log { environment.append("BULKHEAD_FAIL_LOG=\(log)") }
        return try runTool(
            fixture.driver, [fixture.root.path, fixture.root.runtimePath, fixture.executable, fixture.namespace] + words,
            environment: environment, timeout: 120)
    }

    /// The number of failpoints that a whole life of a container passes, by step.
    private func places(_ fixture: Fixture, _ type: RuntimeType) throws -> [String: Int] {
        let folder = try Folders.makeTemporary()
        defer { try? Folders.removeTree(folder) }
        let log = folder + "/log"
        for words in [["create", "count", type.rawValue, "NAT"], ["start", "count"], ["stop", "count"], ["remove", "count"]] {
            let result = try drive(fixture, words, log: log)
            #expect(result.exitCode == 0, "\(words): \(result.errorText)")
        }
        var counts: [String: Int] = [:]
        for line in try Files.readText(log).split(separator: "\n") {
            let parts = line.split(separator: " ")[0].split(separator: ":")
            counts[String(parts[0])] = max(counts[String(parts[0])] ?? 0, Int(parts[1]) ?? 0)
        }
        return counts
    }

    private static let verbs = ["create", "start", "stop", "remove"]
    private static let name = "fault"

    private func words(_ verb: String, _ type: RuntimeType) -> [String] {
        verb == "create" ? ["create", Self.name, type.rawValue, "NAT"] : [verb, Self.name]
    }

    @Test(arguments: ["error", "kill"]) func everyPlace(_ kind: String) throws {
        let fixture = try Fixture.alone.get()
        let counts = try places(fixture, .default)
        #expect(Set(counts.keys) == ["create", "start", "supervise", "stop", "remove"])
        for (step, count) in counts.sorted(by: { $0.key < $1.key }) {
            for number in 1...count { try fail(fixture, .default, step, number, kind) }
        }
    }

    /// The steps that differ for a utility VM: its supervisor's, and making its disk.
    @Test(.enabled(if: Fixture.canRunVMs)) func everyPlaceOfAUtilityVM() throws {
        let fixture = try Fixture.alone.get()
        let counts = try places(fixture, .hyperV)
        for step in ["supervise", "convert"] {
            for number in 1...(try #require(counts[step])) { try fail(fixture, .hyperV, step, number, "kill") }
        }
    }

    /// Runs an operation that fails, or whose process is killed, at one failpoint.
    private func fail(_ fixture: Fixture, _ type: RuntimeType, _ step: String, _ number: Int, _ kind: String) throws {
        let place = "\(type.rawValue) \(step):\(number):\(kind)"
        let target = step == "supervise" || step == "convert" ? "start" : step
        for verb in Self.verbs {
            guard verb == target else {
                #expect(try drive(fixture, words(verb, type)).exitCode == 0, "\(place) \(verb)")
                continue
            }
            let result = try drive(fixture, words(verb, type), fail: "\(step):\(number):\(kind)")
            if kind == "kill", step != "supervise" { #expect(result.exitCode == 137, "\(place)") }
            // Some failpoints of the supervisor come after it has reported: they are reached only when the container ends.
            if step == "supervise" { _ = try drive(fixture, ["stop", Self.name]) }
            break
        }
        try checkAndClean(fixture, place)
    }

    /// Kills the shell at moments spread evenly over each operation.
    @Test(arguments: ContainerCases.types) func anyMoment(_ type: RuntimeType) throws {
        let fixture = try Fixture.alone.get()
        var seconds: [String: Double] = [:]
        for verb in Self.verbs {
            let start = monotonicSeconds()
            #expect(try drive(fixture, words(verb, type)).exitCode == 0)
            seconds[verb] = monotonicSeconds() - start
        }
        let moments = type == .default ? 12 : 4
        for verb in Self.verbs {
            for moment in 0..<moments {
                for before in Self.verbs.prefix(while: { $0 != verb }) {
                    #expect(try drive(fixture, words(before, type)).exitCode == 0, "\(before) before \(verb)")
                }
                let time = (seconds[verb] ?? 0) * (Double(moment) + 0.5) / Double(moments)
                // The timeout kills the driver (SIGKILL).
                _ = try runTool(
                    fixture.driver,
                    [fixture.root.path, fixture.root.runtimePath, fixture.executable, fixture.namespace] + words(verb, type),
                    timeout: max(0.001, time))
                try checkAndClean(fixture, "\(type.rawValue) \(verb) killed after \(time) s")
            }
        }
    }

    /// Makes a new host, which must read the state and carry on, and removes everything.
    private func checkAndClean(_ fixture: Fixture, _ place: String) throws {
        let next = LinuxContainerHost(fixture.host.configuration)
        let left = try next.containers().filter { $0.name == Self.name }
        #expect(left.count <= 1 && left.allSatisfy { $0.state != .damaged }, "\(place)")
        for container in left {
            // A failed or interrupted start leaves a container that can be started or is running.
            if next.states(container.id) == .off {
                #expect(throws: Never.self, "\(place)") { try next.startContainer(container.id) }
            }
            #expect(throws: Never.self, "\(place)") { try next.removeContainer(container.id, force: true) }
            #expect(try fixture.traces(of: container.id) == [], "\(place)")
        }
        #expect(try next.containers().isEmpty, "\(place)")
        // The next change removes what was left half made.
        let sweeper = try next.createContainer(ContainerSpecification(name: "sweeper", image: .name("NanoServer")))
        try next.removeContainer(sweeper.id, force: false)
        #expect(try Folders.names(in: fixture.root.containers) + Folders.names(in: fixture.root.staging) == [], "\(place)")
        #expect(try Folders.names(in: fixture.root.runtimePath) == [], "\(place)")
    }

    @Test(arguments: ContainerCases.types) func aKilledSupervisor(_ type: RuntimeType) throws {
        let fixture = try Fixture.alone.get()
        for signal in [SIGKILL, SIGSTOP] {
            try fixture.withContainer(type, switchName: "NAT") { container throws in
                let supervisor = try #require(
                    ProcessTable.pids().first { pid in
                        ProcessTable.arguments(of: pid).map { $0.contains(Supervisor.role) && $0.contains(container.id.text) }
                            ?? false
                    })
                kill(supervisor, signal)
                if signal == SIGKILL {
                    var state = ContainerState.running
                    for _ in 0..<100 where state != .off {
                        state = try fixture.host.container(container.id).state
                        if state != .off { sleepSeconds(0.02) }
                    }
                    #expect(state == .off)
                    #expect(try fixture.host.startContainer(container.id).state == .running)
                }
                try fixture.host.removeContainer(container.id, force: true)
                #expect(try fixture.traces(of: container.id) == [])
            }
        }
    }

    @Test func damagedDocuments() throws {
        let fixture = try Fixture.alone.get()
        for damage in ["", "{", "{\"format\":1}", "[[[[[[[[[[", "\u{0}\u{1}"] {
            try fixture.withContainer(start: false) { container throws in
                try fixture.withContainer(start: false) { other throws in
                    try Files.write(Array(damage.utf8), to: fixture.root.container(container.id) + "/container.json")
                    let now = try fixture.host.container(container.id)
                    #expect(now.state == .damaged && now.reason?.contains("container.json") == true)
                    #expect(try fixture.host.container(other.id).state == .off)
                    #expect(throws: ContainerError.self) { try fixture.host.startContainer(container.id) }
                    #expect(throws: ContainerError.self) { try fixture.host.removeContainer(container.id, force: false) }
                    try fixture.host.removeContainer(container.id, force: true)
                    #expect(throws: ContainerError.self) { try fixture.host.container(container.id) }
                }
            }
        }
    }

    @Test func shellsAtOnce() throws {
        let fixture = try Fixture.alone.get()
        try fixture.withContainer(start: false) { container throws in
            // Of starts and stops at the same time, one at a time succeeds. All return, and the state stays valid.
            var threads: [SystemThread] = []
            for index in 0..<8 {
                threads.append(
                    try SystemThread.start {
                        let host = LinuxContainerHost(fixture.host.configuration)
                        for _ in 0..<4 {
                            if index.isMultiple(of: 2) {
                                _ = try? host.startContainer(container.id)
                            } else {
                                _ = try? host.stopContainer(container.id, .turnOff)
                            }
                        }
                    })
            }
            for thread in threads { thread.join() }
            let last = try fixture.host.container(container.id).state
            #expect(last == .running || last == .off)
            try fixture.host.removeContainer(container.id, force: true)
            #expect(try fixture.traces(of: container.id) == [])
        }
    }
}

extension LinuxContainerHost {
    fileprivate func states(_ id: ContainerID) -> ContainerState? { try? container(id).state }
}
