/// The program's entrance.
package stemma;
