/// The command line, typed and read.
@org.jspecify.annotations.NullMarked
package stemma.cli;
