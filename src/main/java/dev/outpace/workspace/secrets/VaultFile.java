package dev.outpace.workspace.secrets;

import dev.outpace.files.FileReason;
import dev.outpace.files.PrivateFiles;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file with one secret, encrypted by AES-256-GCM with a key that PBKDF2 with HMAC-SHA256 makes of a passphrase. Four lines:
 * the format with its version, the rounds and the salt, the nonce with what is encrypted, and the SHA-256 of the lines before.
 * By the last a damaged file is told from a wrong passphrase.
 */
final class VaultFile {
    private static final String FORMAT = "outpace secret 1";
    /** As OWASP recommends for this function since 2023. */
    private static final int ROUNDS = 600_000;
    /** A file that asks for more would hold the program up. */
    private static final int MOST_ROUNDS = 20_000_000;

    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 16_384;

    private final Path file;

    VaultFile(Path file) {
        this.file = file;
    }

    /** Its texts are Base64. */
    private record Content(int rounds, String salt, String nonce, String encrypted) {
        String head() {
            return FORMAT + '\n' + rounds + ' ' + salt + '\n';
        }

        String lines() {
            return head() + nonce + ' ' + encrypted + '\n';
        }
    }

    /** Replaces the file whole. */
    void write(String secret, char[] passphrase) throws SecretRefused {
        var random = new SecureRandom();
        var salt = text(drawn(random, SALT));
        var nonce = text(drawn(random, NONCE));
        try {
            var empty = new Content(ROUNDS, salt, nonce, "");
            var encrypted =
                    cipher(Cipher.ENCRYPT_MODE, empty, passphrase).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var lines = new Content(ROUNDS, salt, nonce, text(encrypted)).lines();
            PrivateFiles.replace(
                    file, out -> out.write((lines + sum(lines) + '\n').getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has AES and PBKDF2", missing);
        } catch (IOException failure) {
            throw new SecretRefused(Problem.error("secret.unwritable", "secret", file, FileReason.of(failure)));
        }
    }

    private static byte[] drawn(SecureRandom random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws SecretRefused also if the passphrase is another one */
    String open(char[] passphrase) throws SecretRefused {
        var content = read();
        try {
            var secret = cipher(Cipher.DECRYPT_MODE, content, passphrase).doFinal(bytes(content.encrypted()));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(secret))
                    .toString();
        } catch (AEADBadTagException wrong) {
            throw new SecretRefused(Problem.error("secret.wrong_passphrase", "secret"));
        } catch (GeneralSecurityException | CharacterCodingException unusable) {
            throw damaged();
        }
    }

    void delete() throws SecretRefused {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new SecretRefused(Problem.error("secret.unwritable", "secret", file, FileReason.of(failure)));
        }
    }

    private Content read() throws SecretRefused {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII);
            return content(text.lines().toList());
        } catch (NoSuchFileException none) {
            throw new SecretRefused(Problem.error("secret.no_vault", "secret", file));
        } catch (IOException failure) {
            throw new SecretRefused(Problem.error("secret.unreadable", file.toString(), FileReason.of(failure)));
        }
    }

    private Content content(List<String> lines) throws SecretRefused {
        if (lines.size() != 4 || !lines.getFirst().equals(FORMAT)) {
            throw damaged();
        }
        var key = lines.get(1).split(" ", -1);
        var encrypted = lines.get(2).split(" ", -1);
        try {
            var content = new Content(Integer.parseInt(key[0]), key[1], encrypted[0], encrypted[1]);
            boolean whole = lines.getLast().equals(sum(content.lines()))
                    && content.rounds() >= ROUNDS
                    && content.rounds() <= MOST_ROUNDS
                    && bytes(content.salt()).length == SALT
                    && bytes(content.nonce()).length == NONCE;
            if (!whole) {
                throw damaged();
            }
            return content;
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw damaged();
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    private SecretRefused damaged() {
        return new SecretRefused(Problem.error("secret.damaged", "secret", file));
    }

    private static Cipher cipher(int mode, Content content, char[] passphrase) throws GeneralSecurityException {
        var key = new PBEKeySpec(passphrase, bytes(content.salt()), content.rounds(), KEY_BITS);
        byte[] made = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(key)
                .getEncoded();
        key.clearPassword();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(made, "AES"), new GCMParameterSpec(TAG_BITS, bytes(content.nonce())));
        Arrays.fill(made, (byte) 0);
        cipher.updateAAD(content.head().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static String sum(String lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
