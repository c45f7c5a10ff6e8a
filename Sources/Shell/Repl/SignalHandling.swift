import Engine
import Glibc

/// Ctrl-C: stops the pipeline that runs, never the shell.
enum SignalHandling {
    /// Set by the handler, read by the engine and the line editor.
    static let interrupt = Interrupt()

    /// Installs the handlers of an interactive shell. System calls are not restarted, so that a waiting read notices.
    static func install() {
        // Made before the first signal: a handler must not run an initialiser.
        interrupt.clear()
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in SignalHandling.interrupt.request() }
        sigaction(SIGINT, &action, nil)
        var resize = sigaction()
        resize.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGWINCH, &resize, nil)
        ignore(SIGTSTP)
        ignore(SIGQUIT)
    }

    /// A write to a pipe that nobody reads is an error of that write, not the shell's end.
    static func ignorePipeErrors() { ignore(SIGPIPE) }

    private static func ignore(_ number: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = SIG_IGN
        sigaction(number, &action, nil)
    }
}
