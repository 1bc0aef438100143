; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source b79011fb8333c08cc24e1839a533a30b
; entry city_layout.cast_shadows.0(float32:2:C, float64, float64, float64, float32:2:C) -> none
define void @city_layout.cast_shadows.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 16
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 40
  %6 = load double, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 48
  %8 = load double, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load double, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load ptr, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 80
  %14 = load i64, ptr %13, align 8
  %15 = fmul double %6, %6
  %16 = fmul double %10, %10
  %17 = fadd double %15, %16
  %18 = tail call double @llvm.sqrt.f64(double %17)
  %19 = fcmp olt double %18, 1.000000e-04
  %20 = select i1 %19, double 1.000000e-04, double %18
  %21 = fdiv double %6, %20
  %22 = fdiv double %10, %20
  %23 = fcmp olt double %8, 2.000000e-02
  %24 = select i1 %23, double 2.000000e-02, double %8
  %25 = fdiv double %24, %20
  %26 = fmul double %25, 3.000000e+00
  %27 = fdiv double 2.600000e+02, %26
  %28 = fcmp ogt double %27, 1.500000e+02
  %29 = select i1 %28, double 1.500000e+02, double %27
  %30 = fptosi double %29 to i64
  %31 = tail call i64 @llvm.smax.i64(i64 %30, i64 0)
  %32 = icmp slt i64 %30, 1
  br label %42
33:
  %34 = add nuw nsw i64 %43, 1
  %35 = icmp eq i64 %34, 512
  br i1 %35, label %79, label %42
36:
  %37 = fptrunc double %77 to float
  br label %38
38:
  %39 = phi float [ 0.000000e+00, %48 ], [ %37, %36 ]
  %40 = getelementptr float, ptr %45, i64 %49
  store float %39, ptr %40, align 4
  %41 = icmp eq i64 %50, 512
  br i1 %41, label %33, label %48
42:
  %43 = phi i64 [ 0, %1 ], [ %34, %33 ]
  %44 = mul i64 %43, %14
  %45 = getelementptr float, ptr %12, i64 %44
  %46 = uitofp i64 %43 to double
  %47 = fadd double %46, 5.000000e-01
  br label %48
48:
  %49 = phi i64 [ 0, %42 ], [ %50, %38 ]
  %50 = add nuw nsw i64 %49, 1
  br i1 %32, label %38, label %51
51:
  %52 = uitofp i64 %49 to double
  %53 = fadd double %52, 5.000000e-01
  br label %54
54:
  %55 = phi double [ 0.000000e+00, %51 ], [ %77, %54 ]
  %56 = phi i64 [ 1, %51 ], [ %57, %54 ]
  %57 = add nuw i64 %56, 1
  %58 = sitofp i64 %56 to double
  %59 = fmul double %21, %58
  %60 = fadd double %53, %59
  %61 = tail call double @llvm.floor.f64(double %60)
  %62 = fptosi double %61 to i64
  %63 = and i64 %62, 511
  %64 = fmul double %22, %58
  %65 = fadd double %47, %64
  %66 = tail call double @llvm.floor.f64(double %65)
  %67 = fptosi double %66 to i64
  %68 = and i64 %67, 511
  %69 = mul i64 %68, %4
  %70 = getelementptr float, ptr %2, i64 %69
  %71 = getelementptr float, ptr %70, i64 %63
  %72 = load float, ptr %71, align 4
  %73 = fmul double %26, %58
  %74 = fpext float %72 to double
  %75 = fsub double %74, %73
  %76 = fcmp ogt double %75, %55
  %77 = select i1 %76, double %75, double %55
  %78 = icmp eq i64 %56, %31
  br i1 %78, label %36, label %54
79:
  ret void
}
declare double @llvm.floor.f64(double)
declare i64 @llvm.smax.i64(i64, i64)
declare double @llvm.sqrt.f64(double)
