/// What is to run on the engine's thread as soon as the code there takes a step: the actions of events.
package protocol PendingActions: AnyObject {
    /// Runs what waits.
    /// - Throws: `PipelineStopped` and `ExitRequest`, which end the code that took the step.
    func run() throws
    /// Tells those who listen that the session ends (`PowerShell.Exiting`), and runs what waits for that.
    func sessionEnds()
}

extension Engine {
    /// Has the actions of events run: by what runs at the moment, at its next step; or, while the prompt waits, by a thread that stands in.
    package func wakeForEvents() {
        interrupt.noteEvent()
        guard isIdle else { return }
        isIdle = false
        let link = link
        standIn {
            guard let engine = link.engine else { return }
            if engine.interrupt.takeEvent() {
                do { try engine.pendingActions?.run() } catch {
                    // Ctrl-C or exit in an action ends that action.
                    engine.interrupt.clear()
                }
                engine.host.flush()
            }
            engine.isIdle = true
        }
    }
}
