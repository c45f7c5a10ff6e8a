import CmdletKit
import Containers
import Interpreter
import LinuxSystem

/// An endpoint that runs in a container, and the stream to it.
final class ContainerEndpoint {
    let container: Container
    let process: any ContainerProcess
    let client: RunspaceClient

    /// Starts the endpoint and greets it.
    /// - Throws: the error record of a session that could not be made.
    init(_ container: Container, _ engine: Engine, asAdministrator: Bool, terminal: WindowSize? = nil) throws {
        guard let connector = engine.service((any SessionConnector).self) else { throw SessionErrors.noHost }
        self.container = container
        do {
            process = try connector.startEndpoint(in: container, asAdministrator: asAdministrator, terminal: terminal)
        } catch {
            throw SessionErrors.notLaunched(container, error.description)
        }
        guard let control = process.control else {
            process.close()
            throw SessionErrors.notLaunched(container, "it has no control stream")
        }
        var services = RunspaceClient.Services { [link = engine.link] prompt, hides in
            link.engine?.host.readLine(prompt: prompt, hidesInput: hides)
        }
        connector.provide(&services, for: container, asAdministrator: asAdministrator)
        if let history = engine.service((any SessionHistory).self) {
            services.history = { history.entries(of: container.id) }
            services.remember = { history.append($0, of: container.id) }
        }
        client = RunspaceClient(control, services: services)
        do { try client.greet(SessionGreeting(name: container.name, width: engine.host.width)) } catch {
            let output = terminal == nil ? process.standardError.flatMap { try? readSome($0, atMost: 4096) } : nil
            process.close()
            throw SessionErrors.notLaunched(container, output.map { String(decoding: $0, as: UTF8.self) } ?? "\(error)")
        }
    }

    func close() { process.close() }
}
