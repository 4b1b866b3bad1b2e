package zeren.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns whatever a controller throws into a problem body; the cause of a fault stays in the log.
 */
@RestControllerAdvice(basePackages = "zeren")
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler(ProblemException.class)
  ResponseEntity<ProblemDetail> refused(ProblemException problem, HttpServletRequest request) {
    Long seconds = problem.retryAfter();
    return ResponseEntity.status(problem.status())
        .headers(
            headers -> {
              if (seconds != null) {
                headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
              }
            })
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .cacheControl(org.springframework.http.CacheControl.noStore())
        .body(problem.toBody(request.getRequestURI()));
  }

  /**
   * Parameters are decoded at the first look at them, which may be as late as in a controller; so
   * are names refused that hold what is no character.
   */
  @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
  ResponseEntity<ProblemDetail> undecodable(Exception fault, HttpServletRequest request) {
    ProblemException problem =
        new ProblemException(
            HttpStatus.BAD_REQUEST,
            "bad-request",
            "The request cannot be read",
            "The parameters cannot be decoded: write them in UTF-8 and percent-encode what is special.");
    return refused(problem, request);
  }

  /** The database is away, or all connections to it are at work. */
  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessResourceException.class,
    RecoverableDataAccessException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<ProblemDetail> unavailable(Exception fault, HttpServletRequest request)
      throws Exception {
    log.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), fault.toString());
    if (!ProblemWriter.isForPrograms(request.getRequestURI())) {
      throw fault;
    }
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, DatabaseProblems.RETRY_AFTER_SECONDS)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .cacheControl(org.springframework.http.CacheControl.noStore())
        .body(DatabaseProblems.unavailable().toBody(request.getRequestURI()));
  }

  @Override
  protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException fault,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    long most = fault.getMaxUploadSize();
    ProblemException problem =
        new ProblemException(
            HttpStatus.CONTENT_TOO_LARGE,
            "upload-too-large",
            "The file is too large",
            most > 0
                ? "A file may have up to %d bytes. Split it, or import it with bin/run import."
                    .formatted(most)
                : "The file is larger than this server takes. Split it, or import it with bin/run"
                    + " import.");
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.toBody(instance(request)));
  }

  /** Cut off on the way, or no form at all. */
  @ExceptionHandler(MultipartException.class)
  ResponseEntity<ProblemDetail> noForm(MultipartException fault, HttpServletRequest request) {
    ProblemException problem =
        new ProblemException(
            HttpStatus.BAD_REQUEST,
            "bad-upload",
            "The form cannot be read",
            "Send a whole form, of the type multipart/form-data with its boundary.");
    return refused(problem, request);
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<ProblemDetail> failed(Exception fault, HttpServletRequest request)
      throws Exception {
    if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
      // Somebody went away before the answer was out: neither a fault nor anybody left to tell.
      return null;
    }
    if (!ProblemWriter.isForPrograms(request.getRequestURI())) {
      // A page: the error page answers it, in HTML.
      throw fault;
    }
    log.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
    ProblemException problem =
        new ProblemException(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "fault",
            "The server failed",
            "The server could not answer this request. The fault has been written to its log.");
    return refused(problem, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception fault,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode statusCode,
      WebRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
      return null;
    }
    HttpStatus status = HttpStatus.valueOf(statusCode.value());
    if (status.is5xxServerError()) {
      log.error("Request failed", fault);
    }
    String detail =
        body instanceof ProblemDetail given
                && given.getDetail() != null
                && !status.is5xxServerError()
            ? given.getDetail()
            : status.getReasonPhrase();
    ProblemException problem =
        new ProblemException(
            status,
            status.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
            status.getReasonPhrase(),
            detail);
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.toBody(instance(request)));
  }

  private static @Nullable String instance(WebRequest request) {
    return request instanceof ServletWebRequest web ? web.getRequest().getRequestURI() : null;
  }
}
