/// Script code that waits for the engine's thread: the actions of events, run between two steps of the code that runs there.
package protocol PendingActions: AnyObject {
    /// Runs the waiting actions.
    /// - Throws: `PipelineStopped` or `ExitRequest`, which ends the running code as well.
    func run() throws
    /// Raises the engine event `PowerShell.Exiting` and runs the actions that wait for it.
    func sessionEnds()
}

extension Engine {
    /// Has the waiting actions run: at the next step of the running code, or, while the prompt waits for a line, on a thread that
    /// stands in for the prompt's.
    package func wakeForEvents() {
        interrupt.noteEvent()
        guard isIdle else { return }
        isIdle = false
        let link = link
        standIn {
            guard let engine = link.engine else { return }
            if engine.interrupt.takeEvent() {
                do { try engine.pendingActions?.run() } catch {
                    // Ctrl-C or `exit` in an action ends that action only.
                    engine.interrupt.clear()
                }
                engine.host.flush()
            }
            engine.isIdle = true
        }
    }
}
