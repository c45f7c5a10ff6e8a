// libedit's functions (editline(3)) for Swift, which cannot call variadic ones (el_set, history): each use has a function of its
// own here.
#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <histedit.h>
#include <signal.h>
#include <stdio.h>
#include <wchar.h>

/// Returns the prompt of the line that is being read.
typedef char *(*clibedit_prompt)(EditLine *);
/// Reads a character. Returns 1 if it did, 0 at the end of input, -1 on an error.
typedef int (*clibedit_reader)(EditLine *, wchar_t *);
/// The action of a key. Returns a CC_ code.
typedef unsigned char (*clibedit_function)(EditLine *, int);

/// Opens an editor with Emacs key bindings on copies of two descriptors; NULL if the terminal cannot be used. `owner` is kept for
/// the callbacks; in the prompt, escape sequences must stand between \1 characters.
EditLine *clibedit_open(const char *program, int input, int output, void *owner, clibedit_prompt prompt, clibedit_reader reader);
/// Closes the editor and its copies of the descriptors.
void clibedit_close(EditLine *editor);
/// The `owner` that was given to clibedit_open.
void *clibedit_owner(EditLine *editor);
/// Defines a function and binds keys to it (notation of editrc(5): "^I", "\\e[200~").
void clibedit_bind(EditLine *editor, const char *name, const char *help, const char *keys, clibedit_function function);
/// Binds keys to a function of libedit's own ("ed-prev-history").
void clibedit_bind_builtin(EditLine *editor, const char *keys, const char *function);
/// Lets the editor's arrow keys walk through a history.
void clibedit_use_history(EditLine *editor, History *history);
/// Appends a line to a history, unless it repeats the last one.
void clibedit_add_history(History *history, const char *line);
/// The number of lines that a history keeps.
void clibedit_set_history_size(History *history, int size);
/// Puts the terminal into editing mode (`on` is 1) or back (0).
void clibedit_prepare_terminal(EditLine *editor, int on);
/// Writes text to the editor's output at once.
void clibedit_print(EditLine *editor, const char *text);

/// Blocks SIGINT and SIGWINCH in the calling thread, and stores its former signal mask in `before`.
void clibedit_hold_signals(sigset_t *before);
/// Restores the signal mask `before`. Signals that became pending meanwhile are delivered before this returns.
void clibedit_release_signals(const sigset_t *before);
/// Waits for input with the signal mask `before` in place (ppoll(2)). Returns 1 if there is input, 0 if a signal arrived first, -1
/// on an error.
int clibedit_wait_input(int descriptor, const sigset_t *before);

/// MB_CUR_MAX: the most bytes that a character of the locale takes; 1 if the locale is not multibyte.
size_t clibedit_character_limit(void);

#endif
