// libedit's el_set and history are variadic: each use has a plain function here.
#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <histedit.h>
#include <signal.h>
#include <stdio.h>
#include <wchar.h>

/// A prompt's text for the line that is being read.
typedef char *(*clibedit_prompt)(EditLine *);
/// Reads one character; 1 when it did, 0 at the end of input, -1 on an error.
typedef int (*clibedit_reader)(EditLine *, wchar_t *);
/// What a key does: returns a CC_ code.
typedef unsigned char (*clibedit_function)(EditLine *, int);

/// An editor with Emacs keys on descriptors; NULL where the terminal cannot be used. `owner` is what callbacks get back.
EditLine *clibedit_open(const char *program, int input, int output, void *owner, clibedit_prompt prompt, clibedit_reader reader);
void clibedit_close(EditLine *editor);
void *clibedit_owner(EditLine *editor);
/// Names a function and binds keys to it (bind(1) notation: "^I", "\\e[200~").
void clibedit_bind(EditLine *editor, const char *name, const char *help, const char *keys, clibedit_function function);
/// Binds keys to one of libedit's own functions ("ed-prev-history").
void clibedit_bind_builtin(EditLine *editor, const char *keys, const char *function);
void clibedit_use_history(EditLine *editor, History *history);
void clibedit_add_history(History *history, const char *line);
void clibedit_set_history_size(History *history, int size);
/// Puts the terminal into editing mode (1) or back (0).
void clibedit_prepare_terminal(EditLine *editor, int on);
/// Writes to the editor's output, under the line.
void clibedit_print(EditLine *editor, const char *text);

/// Blocks SIGINT and SIGWINCH in this thread; `before` is what it had blocked until now.
void clibedit_hold_signals(sigset_t *before);
/// Blocks what was blocked before again. A signal that came meanwhile is delivered before this returns.
void clibedit_release_signals(const sigset_t *before);
/// Waits for input while the signals are let through: 1 where there is some, 0 where a signal came first, -1 on an error.
int clibedit_wait_input(int descriptor, const sigset_t *before);

/// The most bytes that a character of the locale takes (MB_CUR_MAX is a macro).
size_t clibedit_character_limit(void);

#endif
