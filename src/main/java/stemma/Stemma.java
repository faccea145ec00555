package stemma;
public final class Stemma { public static void main(String[] a) { } }
