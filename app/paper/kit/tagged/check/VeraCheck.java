import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF about many files in one Java: each argument is FLAVOUR=FILE (ua1, 2a). Prints a line for each,
 * FLAVOUR=FILE, a tab, how many checks were made, a tab, and what is wrong, if anything is.
 */
public class VeraCheck {
  public static void main(String[] questions) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    var foundry = Foundries.defaultInstance();
    for (String question : questions) {
      int at = question.indexOf('=');
      PDFAFlavour flavour = PDFAFlavour.fromString(question.substring(0, at));
      try (var file = new FileInputStream(question.substring(at + 1)); var parser = foundry.createParser(file, flavour, flavour)) {
        ValidationResult result = foundry.createValidator(flavour, false).validate(parser);
        var faults = new TreeMap<String, String>();
        for (TestAssertion each : result.getTestAssertions()) {
          if (each.getStatus() != TestAssertion.Status.FAILED) continue;
          var rule = each.getRuleId();
          faults.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), each.getMessage().replaceAll("\\s+", " ") + " @ " + each.getLocation().getContext());
        }
        String verdict = result.isCompliant() ? "" : faults.isEmpty() ? "it does not comply" : faults.toString();
        System.out.println(question + "\t" + result.getTotalAssertions() + "\t" + verdict);
      }
    }
  }
}
